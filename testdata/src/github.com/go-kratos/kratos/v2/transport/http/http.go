// Package http is a stub of the library.
package http

import (
	"context"
	"net/http"
)

type Server struct {
	*http.Server
}

func (s *Server) HandleFunc(path string, h http.HandlerFunc) {}
func (s *Server) Start(ctx context.Context) error            { return nil }
func (s *Server) Stop(ctx context.Context) error             { return nil }

type ServerOption func(*Server)

func Address(addr string) ServerOption       { return nil }
func NewServer(opts ...ServerOption) *Server { return nil }
