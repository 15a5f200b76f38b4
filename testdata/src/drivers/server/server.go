// Package server wraps net/http.
package server

import (
	"context"
	"net/http"

	"drivers/signals"
)

// A Server can be stopped.
type Server struct{ http *http.Server }

// New makes a server of the handler.
func New(addr string, handler http.Handler) *Server {
	return &Server{http: &http.Server{Addr: addr, Handler: handler}}
}

// Run serves until the server is stopped.
func (s *Server) Run() error { return s.http.ListenAndServe() }

// Stop lets open requests finish.
func (s *Server) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }

// Abort cuts open requests.
func (s *Server) Abort() error { return s.http.Close() }

// Wait returns when the program is to stop.
func (s *Server) Wait() { signals.Wait() }

// Serve serves for ever.
func Serve(addr string, handler http.Handler) error { return http.ListenAndServe(addr, handler) }

// ServeTool serves for ever, and nothing is lost when it ends.
func ServeTool(addr string, handler http.Handler) error {
	return http.ListenAndServe(addr, handler) //gracelint:ignore serverclose/unstoppable a developer's own tool, nothing is in flight
}
