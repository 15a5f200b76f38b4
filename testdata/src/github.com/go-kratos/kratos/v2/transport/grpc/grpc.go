// Package grpc is a stub of the library.
package grpc

import (
	"context"

	"google.golang.org/grpc"
)

type Server struct {
	*grpc.Server
}

func (s *Server) Start(ctx context.Context) error { return nil }
func (s *Server) Stop(_ context.Context) error    { return nil }

type ServerOption func(o *Server)

func Address(addr string) ServerOption       { return nil }
func NewServer(opts ...ServerOption) *Server { return nil }
