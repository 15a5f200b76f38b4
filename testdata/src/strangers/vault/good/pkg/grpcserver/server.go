// Package grpcserver wraps a gRPC server with what each of our services needs.
package grpcserver

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"time"

	"google.golang.org/grpc"
)

type Server struct {
	*grpc.Server

	addr            string
	shutdownTimeout time.Duration
	interceptors    []grpc.UnaryServerInterceptor
	notify          chan error
}

// New creates a server that is not started yet.
func New(opts ...Option) *Server {
	s := &Server{addr: ":50051", shutdownTimeout: 3 * time.Second, notify: make(chan error, 1)}
	for _, o := range opts {
		o(s)
	}
	s.Server = grpc.NewServer(grpc.ChainUnaryInterceptor(s.interceptors...))
	return s
}

// Start starts it. How it ends is sent to Notify.
func (s *Server) Start() {
	go func() {
		defer close(s.notify)
		l, err := net.Listen("tcp", s.addr)
		if err != nil {
			s.notify <- err
			return
		}
		if err := s.Serve(l); err != nil {
			s.notify <- err
		}
	}()
}

func (s *Server) Notify() <-chan error { return s.notify }

// Shutdown stops it gracefully.
func (s *Server) Shutdown() {
	timer := time.AfterFunc(s.shutdownTimeout, s.Stop)
	defer timer.Stop()
	s.GracefulStop()
}

// Recover turns panics into errors.
func Recover(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (resp any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return next(ctx, req)
}

// Log logs calls.
func Log(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	resp, err := next(ctx, req)
	slog.Info("call", "method", info.FullMethod, "err", err)
	return resp, err
}
