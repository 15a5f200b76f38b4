// Package xds is a stub of the library.
package xds

import (
	"net"

	"google.golang.org/grpc"
)

type GRPCServer struct{}

func (s *GRPCServer) GracefulStop()                                {}
func (s *GRPCServer) RegisterService(sd *grpc.ServiceDesc, ss any) {}
func (s *GRPCServer) Serve(lis net.Listener) error                 { return nil }
func (s *GRPCServer) Stop()                                        {}

func NewGRPCServer(opts ...grpc.ServerOption) (*GRPCServer, error) { return nil, nil }
