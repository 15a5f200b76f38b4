// Package dns is a stub of the library.
package dns

import (
	"context"
	"net"
)

type Handler interface {
	ServeDNS(w ResponseWriter, r *Msg)
}

type HandlerFunc func(ResponseWriter, *Msg)

func (f HandlerFunc) ServeDNS(w ResponseWriter, r *Msg) {}

type Msg struct{}

type ResponseWriter interface{}

type Server struct {
	Addr    string
	Net     string
	Handler Handler
}

func (srv *Server) ActivateAndServe() error                   { return nil }
func (srv *Server) ListenAndServe() error                     { return nil }
func (srv *Server) Shutdown() error                           { return nil }
func (srv *Server) ShutdownContext(ctx context.Context) error { return nil }

func ActivateAndServe(l net.Listener, p net.PacketConn, handler Handler) error { return nil }
func ListenAndServe(addr string, network string, handler Handler) error        { return nil }
func ListenAndServeTLS(addr, certFile, keyFile string, handler Handler) error  { return nil }
