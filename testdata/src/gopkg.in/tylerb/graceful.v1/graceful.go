// Package graceful is a stub of the library.
package graceful

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

type Server struct {
	*http.Server
	Timeout time.Duration
}

func (srv *Server) ListenAndServe() error                            { return nil }
func (srv *Server) ListenAndServeTLS(certFile, keyFile string) error { return nil }
func (srv *Server) ListenAndServeTLSConfig(config *tls.Config) error { return nil }
func (srv *Server) Serve(listener net.Listener) error                { return nil }
func (srv *Server) Stop(timeout time.Duration)                       {}

func ListenAndServe(server *http.Server, timeout time.Duration) error { return nil }
func ListenAndServeTLS(server *http.Server, certFile, keyFile string, timeout time.Duration) error {
	return nil
}
func Run(addr string, timeout time.Duration, n http.Handler)                 {}
func RunWithErr(addr string, timeout time.Duration, n http.Handler) error    { return nil }
func Serve(server *http.Server, l net.Listener, timeout time.Duration) error { return nil }
