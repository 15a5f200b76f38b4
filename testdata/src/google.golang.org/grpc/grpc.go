// Package grpc is a stub of the library.
package grpc

import "net"

type ServiceDesc struct{}

type ServiceRegistrar interface {
	RegisterService(desc *ServiceDesc, impl any)
}

type Server struct{}

func NewServer() *Server { return nil }

func (s *Server) RegisterService(desc *ServiceDesc, impl any) {}
func (s *Server) Serve(lis net.Listener) error                { return nil }
func (s *Server) GracefulStop()                               {}
func (s *Server) Stop()                                       {}
