// Package server starts and stops HTTP servers for whoever has one.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Serve blocks until the server is stopped.
func Serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// StopWhenDone stops the server when ctx is done, and returns when its requests have ended.
func StopWhenDone(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(shutdownCtx); err != nil {
		log.Print(err)
	}
}
