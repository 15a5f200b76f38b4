// Package ssh is a stub of the library.
package ssh

import (
	"context"
	"errors"
	"net"
)

var ErrServerClosed = errors.New("ssh: Server closed")

type Handler func(Session)

type Option func(*Server) error

type Server struct {
	Addr    string
	Handler Handler
}

func (srv *Server) Close() error                       { return nil }
func (srv *Server) ListenAndServe() error              { return nil }
func (srv *Server) Serve(l net.Listener) error         { return nil }
func (srv *Server) Shutdown(ctx context.Context) error { return nil }

type Session interface{}

func ListenAndServe(addr string, handler Handler, options ...Option) error { return nil }
func Serve(l net.Listener, handler Handler, options ...Option) error       { return nil }
