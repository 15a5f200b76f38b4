// Package server makes, starts and stops HTTP servers.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

func New(addr string) *http.Server {
	return &http.Server{Addr: addr, ReadHeaderTimeout: 5 * time.Second}
}

// Serve blocks until the server is closed.
func Serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func Stop(ctx context.Context, srv *http.Server) {
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
