// Package server is the HTTP server.
package server

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"time"
)

type Server struct{ http *http.Server }

// New returns a server whose requests have the context.
func New(ctx context.Context, addr string) *Server {
	return &Server{&http.Server{
		Addr:        addr,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}}
}

func (s *Server) Serve() {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

// Stop lets open requests end, for ten seconds.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}
