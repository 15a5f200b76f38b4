package timetable

import "testing"

func TestJobs(t *testing.T) {
	table := New()
	table.jobs.Start()
	if _, err := table.jobs.AddFunc("@every 1s", func() {}); err != nil {
		t.Error(err)
	}
	table.jobs.Stop() // strict: discarded-stop
}
