// Package app is the application: its HTTP server.
package app

import (
	"context"
	"errors"
	"net/http"
	"time"
)

type App struct{ srv *http.Server }

func New(addr string) *App { return &App{srv: &http.Server{Addr: addr}} }

// Run serves until ctx is done.
func (a *App) Run(ctx context.Context) error {
	go a.stop(ctx)
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (a *App) stop(ctx context.Context) {
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	a.srv.Shutdown(shutdownCtx)
}
