// Package api shows the reports.
package api

import (
	"context"
	"errors"
	"net/http"
	"time"
)

const limit = 10 * time.Second

// A Server shows the reports of a folder.
type Server struct {
	http   http.Server
	failed chan error
}

// New returns a server that is not running yet.
func New(addr, dir string) *Server {
	return &Server{
		http:   http.Server{Addr: addr, Handler: http.FileServer(http.Dir(dir))},
		failed: make(chan error, 1),
	}
}

// Start serves in the background. The channel gets an error when that fails.
func (s *Server) Start() <-chan error {
	go s.serve()
	return s.failed
}

func (s *Server) serve() {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		s.failed <- err
	}
}

// Stop waits for open requests, but no longer than ctx or the limit allow.
func (s *Server) Stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return s.http.Shutdown(ctx)
}
