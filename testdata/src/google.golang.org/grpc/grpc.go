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

type MethodDesc struct {
	MethodName string
	Handler    MethodHandler
}

type MethodHandler func(srv any, ctx context.Context, dec func(any) error, interceptor UnaryServerInterceptor) (any, error)

type UnaryServerInfo struct {
	Server     any
	FullMethod string
}

type UnaryHandler func(ctx context.Context, req any) (any, error)

type UnaryServerInterceptor func(ctx context.Context, req any, info *UnaryServerInfo, handler UnaryHandler) (resp any, err error)

type ServiceDesc struct {
	ServiceName string
	HandlerType any
	Methods     []MethodDesc
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

func ChainUnaryInterceptor(interceptors ...UnaryServerInterceptor) ServerOption { return nil }
func MaxConcurrentStreams(n uint32) ServerOption                                { return nil }
func UnaryInterceptor(i UnaryServerInterceptor) ServerOption                    { return nil }

type CallOption interface{ before() }

func (cc *ClientConn) Invoke(ctx context.Context, method string, args, reply any, opts ...CallOption) error {
	return nil
}
