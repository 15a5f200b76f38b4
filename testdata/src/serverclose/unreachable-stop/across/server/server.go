// Package server is the HTTP server.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

type Server struct{ http *http.Server }

func New(addr string) *Server { return &Server{http: &http.Server{Addr: addr}} }

// Serve blocks until the server fails or is stopped.
func (s *Server) Serve() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop lets open requests end, for ten seconds.
func (s *Server) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
