// Package app is the application: its HTTP server.
package app

import (
	"context"
	"log"
	"net/http"
	"time"
)

type App struct{ srv *http.Server }

func New(addr string) *App { return &App{srv: &http.Server{Addr: addr}} }

// Serve blocks, and returns http.ErrServerClosed as soon as Stop has begun.
func (a *App) Serve() error { return a.srv.ListenAndServe() }

func (a *App) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := a.srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
