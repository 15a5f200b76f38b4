// Package lifecycle runs tasks until a signal comes.
package lifecycle

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"

	"golang.org/x/sync/errgroup"
)

// A Task works until its context ends, cleans up, and returns.
type Task func(context.Context) error

// Run runs the tasks.
func Run(tasks ...Task) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	for _, task := range tasks {
		g.Go(func() error { return task(ctx) })
	}

	c := make(chan os.Signal, 1)
	signal.Notify(c)
	defer signal.Stop(c)
	select {
	case s := <-c:
		log.Printf("%s: finishing", s)
		cancel()
	case <-ctx.Done():
	}
	return g.Wait()
}

// HTTP returns a task that serves h.
func HTTP(addr string, h http.Handler) Task {
	return func(ctx context.Context) error {
		srv := &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 5 * time.Second}
		errs := make(chan error, 1)
		go func() { errs <- srv.ListenAndServe() }()
		select {
		case err := <-errs:
			return err
		case <-ctx.Done():
		}
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return srv.Shutdown(grace)
	}
}
