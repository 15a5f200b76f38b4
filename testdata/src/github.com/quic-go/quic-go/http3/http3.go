// Package http3 is a stub of the library.
package http3

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"

	"github.com/quic-go/quic-go"
)

type QUICListener interface {
	Accept(context.Context) (*quic.Conn, error)
	Addr() net.Addr
	io.Closer
}

type Server struct {
	Addr      string
	TLSConfig *tls.Config
	Handler   http.Handler
}

func (s *Server) Close() error                                     { return nil }
func (s *Server) ListenAndServe() error                            { return nil }
func (s *Server) ListenAndServeTLS(certFile, keyFile string) error { return nil }
func (s *Server) Serve(conn net.PacketConn) error                  { return nil }
func (s *Server) ServeListener(ln QUICListener) error              { return nil }
func (s *Server) Shutdown(ctx context.Context) error               { return nil }

func ConfigureTLSConfig(tlsConf *tls.Config) *tls.Config                            { return nil }
func ListenAndServeQUIC(addr, certFile, keyFile string, handler http.Handler) error { return nil }
func ListenAndServeTLS(addr, certFile, keyFile string, handler http.Handler) error  { return nil }
