// Package app is the application: its HTTP server.
package app

import (
	"context"
	"net/http"
	"time"
)

type App struct{ srv *http.Server }

func New(addr string) *App { return &App{srv: &http.Server{Addr: addr}} }

func (a *App) Serve() error { return a.srv.ListenAndServe() }

// Stop returns the exit status.
func (a *App) Stop() int {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := a.srv.Shutdown(ctx); err != nil {
		return 1
	}
	return 0
}
