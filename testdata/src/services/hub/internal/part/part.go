// Package part runs the parts of a program.
package part

import (
	"context"
	"log"
	"sync"
	"time"
)

// A Part is something that runs until it is stopped.
type Part struct {
	Name  string
	Start func() error
	Stop  func(context.Context) error
}

// Run starts the parts, and stops them in reverse order once ctx is done or one of them has failed.
func Run(ctx context.Context, limit time.Duration, parts []Part) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var wg sync.WaitGroup
	for _, p := range parts {
		wg.Go(func() {
			if err := p.Start(); err != nil {
				log.Printf("%s: %v", p.Name, err)
				cancel()
			}
		})
	}

	<-ctx.Done()
	stopCtx, cancelStop := context.WithTimeout(context.Background(), limit)
	defer cancelStop()
	for i := len(parts) - 1; i >= 0; i-- {
		if err := parts[i].Stop(stopCtx); err != nil {
			log.Printf("%s: %v", parts[i].Name, err)
		}
	}
	wg.Wait()
}
