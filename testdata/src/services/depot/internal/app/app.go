// Package app starts what depot is made of.
package app

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"time"

	"github.com/robfig/cron/v3"
	"services/depot/internal/archive"
	"services/depot/internal/intake"
)

// An App runs from Start to Stop.
type App struct {
	Archive *archive.Archive

	stops  []func(context.Context) error
	failed chan error
}

// Start starts everything, or nothing.
func (a *App) Start(web, lines string) error {
	a.failed = make(chan error, 2)
	lis, err := net.Listen("tcp", lines)
	if err != nil {
		return err
	}

	nightly := cron.New()
	if _, err := nightly.AddFunc("@daily", a.Archive.Rotate); err != nil {
		return errors.Join(err, lis.Close())
	}
	nightly.Start()
	a.stops = append(a.stops, func(ctx context.Context) error {
		stopped := nightly.Stop()
		select {
		case <-stopped.Done():
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})

	in := intake.New(lis, a.Archive)
	a.stops = append(a.stops, in.Stop)
	go func() {
		if err := in.Run(); err != nil {
			a.failed <- err
		}
	}()

	srv := &http.Server{Addr: web, Handler: http.FileServer(http.Dir(a.Archive.Dir)), IdleTimeout: time.Minute}
	a.stops = append(a.stops, srv.Shutdown)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			a.failed <- err
		}
	}()
	return nil
}

// Failed is where the error of a part that has failed comes from.
func (a *App) Failed() <-chan error { return a.failed }

// Stop stops what was started, the last first.
func (a *App) Stop(ctx context.Context) {
	for i := range a.stops {
		if err := a.stops[len(a.stops)-1-i](ctx); err != nil {
			log.Print(err)
		}
	}
}
