// Package smtp is a stub of the library.
package smtp

import (
	"context"
	"net"
)

type Backend interface {
	NewSession(c *Conn) (Session, error)
}

type Conn struct{}

type Server struct {
	Addr   string
	Domain string
}

func (s *Server) Close() error                       { return nil }
func (s *Server) ListenAndServe() error              { return nil }
func (s *Server) ListenAndServeTLS() error           { return nil }
func (s *Server) Serve(l net.Listener) error         { return nil }
func (s *Server) Shutdown(ctx context.Context) error { return nil }

type Session interface{}

func NewServer(be Backend) *Server { return nil }
