// Package web has a server with a start and a stop.
package web

import (
	"context"
	"log"
	"net/http"
)

// A Server serves until it is stopped.
type Server struct{ http *http.Server }

// New makes one that is not running yet.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Start starts it.
func (s *Server) Start() {
	go func() { log.Print(s.http.ListenAndServe()) }()
}

// Stop lets its requests finish.
func (s *Server) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }
