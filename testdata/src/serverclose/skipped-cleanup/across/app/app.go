// Package app is the application: its HTTP server.
package app

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

type App struct{ srv *http.Server }

func New(addr string) *App { return &App{&http.Server{Addr: addr}} }

func (a *App) Serve() {
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func (a *App) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}
