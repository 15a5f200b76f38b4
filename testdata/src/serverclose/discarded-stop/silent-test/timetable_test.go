package timetable

import "github.com/robfig/cron/v3"

// Specifications are made as the package is initialized, as with ginkgo.
var _ = describe(func() {
	var jobs *cron.Cron
	each(func() {
		jobs = cron.New()
		jobs.Start()
	}, func() {
		jobs.Stop() // strict: discarded-stop
	})
})

var steps []func()

func describe(body func()) bool {
	body()
	return true
}

func each(before, after func()) { steps = append(steps, before, after) }
