// Package grace is a stub of the library.
package grace

import (
	"net"
	"net/http"
)

type Server struct{}

func (srv *Server) ListenAndServe() (err error) { return nil }
func (srv *Server) ListenAndServeMutualTLS(certFile, keyFile, trustFile string) (err error) {
	return nil
}
func (srv *Server) ListenAndServeTLS(certFile, keyFile string) (err error) { return nil }
func (srv *Server) ServeTLS(ln net.Listener) error                         { return nil }
func (srv *Server) ServeWithListener(ln net.Listener) (err error)          { return nil }

type ServerOption func(*Server)

func ListenAndServe(addr string, handler http.Handler) error { return nil }
func ListenAndServeTLS(addr string, certFile string, keyFile string, handler http.Handler) error {
	return nil
}
func NewServer(addr string, handler http.Handler, opts ...ServerOption) (srv *Server) { return nil }
