// Package runner starts and stops what a program is made of.
package runner

import (
	"context"
	"errors"
	"sync"
	"time"
)

// A Runner runs from Start, which blocks, until Stop.
type Runner interface {
	Start() error
	Stop(ctx context.Context) error
}

// A Group is started and stopped as one.
type Group struct {
	Runners []Runner
	Limit   time.Duration // how long stopping may take
}

// Run starts the runners, waits until ctx is done or one of them fails, and stops them, the last one first.
func (g *Group) Run(ctx context.Context) error {
	var wg sync.WaitGroup
	failed := make(chan error, len(g.Runners))
	for _, r := range g.Runners {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := r.Start(); err != nil {
				failed <- err
			}
		}()
	}

	var errs []error
	select {
	case <-ctx.Done():
	case err := <-failed:
		errs = append(errs, err)
	}

	stopCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), g.Limit)
	defer cancel()
	for i := len(g.Runners) - 1; i >= 0; i-- {
		errs = append(errs, g.Runners[i].Stop(stopCtx))
	}
	wg.Wait()
	return errors.Join(errs...)
}
