// Package run runs what can be run.
package run

import (
	"context"
	"sync"
)

type Runner interface {
	Start() error
	Stop(context.Context) error
}

func All(ctx context.Context, runners []Runner) {
	var wg sync.WaitGroup
	for _, r := range runners {
		wg.Go(func() { r.Start() })
	}
	<-ctx.Done()
	for _, r := range runners {
		wg.Go(func() { r.Stop(context.Background()) })
	}
	wg.Wait()
}
