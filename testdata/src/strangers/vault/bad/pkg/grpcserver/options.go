package grpcserver

import (
	"time"

	"google.golang.org/grpc"
)

// Option configures a Server.
type Option func(*Server)

func WithAddress(addr string) Option {
	return func(s *Server) {
		if addr != "" {
			s.addr = addr
		}
	}
}

func WithShutdownTimeout(d time.Duration) Option {
	return func(s *Server) { s.shutdownTimeout = d }
}

func WithInterceptors(is ...grpc.UnaryServerInterceptor) Option {
	return func(s *Server) { s.interceptors = append(s.interceptors, is...) }
}
