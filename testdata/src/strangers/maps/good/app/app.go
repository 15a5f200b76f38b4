package app

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// An App runs servers and stops them in the order in which they were started.
type App struct {
	group   *errgroup.Group
	ctx     context.Context
	release context.CancelFunc
	closers []func(context.Context) error
}

func New() *App {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	g, ctx := errgroup.WithContext(ctx)
	return &App{group: g, ctx: ctx, release: release}
}

// Serve starts a server. Call it from one goroutine, before Wait.
func (a *App) Serve(name, addr string, h http.Handler) {
	srv := &http.Server{Addr: addr, Handler: h}
	a.closers = append(a.closers, srv.Shutdown)
	a.group.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
}

// Wait waits for a signal, or for the first server that fails, and stops all.
func (a *App) Wait() error {
	defer a.release()
	<-a.ctx.Done()

	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	var errs []error
	for _, c := range a.closers {
		errs = append(errs, c(ctx))
	}
	errs = append(errs, a.group.Wait())
	return errors.Join(errs...)
}
