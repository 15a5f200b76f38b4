// Package jobs runs what is to be done again and again.
package jobs

import (
	"context"

	"github.com/robfig/cron/v3"
)

type Jobs struct{ cron *cron.Cron }

func Start() *Jobs {
	j := &Jobs{cron.New()}
	j.cron.Start()
	return j
}

// Stop returns a context that is done when the last job has ended.
func (j *Jobs) Stop() context.Context { return j.cron.Stop() }
