// Package server is the HTTP server.
package server

import (
	"context"
	"net/http"
	"time"
)

type Server struct{ http *http.Server }

func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Serve blocks until the server is closed.
func (s *Server) Serve() error { return s.http.ListenAndServe() }

// Stop is there, and nobody calls it.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}
