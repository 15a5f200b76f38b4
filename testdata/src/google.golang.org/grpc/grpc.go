// Package grpc is a stub of the library.
package grpc

import (
	"context"
	"net"

	"google.golang.org/grpc/credentials"
)

type StreamDesc struct {
	StreamName    string
	ServerStreams bool
	ClientStreams bool
}

type ServiceDesc struct {
	ServiceName string
	HandlerType any
	Streams     []StreamDesc
}

type ServiceRegistrar interface {
	RegisterService(desc *ServiceDesc, impl any)
}

type Server struct{}

type ServerOption interface{ apply() }

func NewServer(opt ...ServerOption) *Server { return nil }

func (s *Server) RegisterService(desc *ServiceDesc, impl any) {}
func (s *Server) Serve(lis net.Listener) error                { return nil }
func (s *Server) GracefulStop()                               {}
func (s *Server) Stop()                                       {}

type DialOption interface{ apply() }

func WithTransportCredentials(creds credentials.TransportCredentials) DialOption { return nil }

type ClientConnInterface interface{ invoke() }

type ClientConn struct{}

func NewClient(target string, opts ...DialOption) (conn *ClientConn, err error) { return nil, nil }

func (cc *ClientConn) Close() error { return nil }

func (cc *ClientConn) invoke() {}

func Dial(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }
func DialContext(ctx context.Context, target string, opts ...DialOption) (conn *ClientConn, err error) {
	return nil, nil
}
