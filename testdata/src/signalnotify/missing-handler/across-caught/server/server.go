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

func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

func (s *Server) Serve() {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}
