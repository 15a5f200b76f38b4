// Package fasthttp is a stub of the library.
package fasthttp

import (
	"context"
	"net"
	"os"
)

type RequestCtx struct{}

type RequestHandler func(ctx *RequestCtx)

type Server struct {
	Handler RequestHandler
}

func ListenAndServe(addr string, handler RequestHandler) error { return nil }

func (s *Server) ListenAndServe(addr string) error              { return nil }
func (s *Server) Shutdown() error                               { return nil }
func (s *Server) ShutdownWithContext(ctx context.Context) error { return nil }

func ListenAndServeTLS(addr, certFile, keyFile string, handler RequestHandler) error { return nil }
func ListenAndServeTLSEmbed(addr string, certData, keyData []byte, handler RequestHandler) error {
	return nil
}
func ListenAndServeUNIX(addr string, mode os.FileMode, handler RequestHandler) error   { return nil }
func Serve(ln net.Listener, handler RequestHandler) error                              { return nil }
func ServeTLS(ln net.Listener, certFile, keyFile string, handler RequestHandler) error { return nil }
func ServeTLSEmbed(ln net.Listener, certData, keyData []byte, handler RequestHandler) error {
	return nil
}
func (s *Server) ListenAndServeTLS(addr, certFile, keyFile string) error             { return nil }
func (s *Server) ListenAndServeTLSEmbed(addr string, certData, keyData []byte) error { return nil }
func (s *Server) ListenAndServeUNIX(addr string, mode os.FileMode) error             { return nil }
func (s *Server) Serve(ln net.Listener) error                                        { return nil }
func (s *Server) ServeTLS(ln net.Listener, certFile, keyFile string) error           { return nil }
func (s *Server) ServeTLSEmbed(ln net.Listener, certData, keyData []byte) error      { return nil }
