// Package timetable runs jobs, and waits for them at the end.
package timetable

import "github.com/robfig/cron/v3"

type Timetable struct{ jobs *cron.Cron }

func New() *Timetable { return &Timetable{jobs: cron.New()} }

func (t *Timetable) Run(done <-chan struct{}) {
	t.jobs.Start()
	<-done
	<-t.jobs.Stop().Done()
}
