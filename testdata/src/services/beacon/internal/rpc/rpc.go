// Package rpc is the gRPC side.
package rpc

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"services/beacon/internal/locate"
)

// A Server is a runner.
type Server struct {
	addr   string
	server *grpc.Server
	checks *health.Server
}

// New returns a server that is not running yet.
func New(addr string, index *locate.Index) *Server {
	s := &Server{addr: addr, server: grpc.NewServer(), checks: health.NewServer()}
	healthpb.RegisterHealthServer(s.server, s.checks)
	s.server.RegisterService(&grpc.ServiceDesc{ServiceName: "beacon.Places"}, index)
	return s
}

// Start serves until Stop.
func (s *Server) Start() error {
	lis, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	return s.server.Serve(lis)
}

// Stop waits for open calls as long as ctx allows.
func (s *Server) Stop(ctx context.Context) error {
	s.checks.Shutdown()
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.server.GracefulStop()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		s.server.Stop()
		return ctx.Err()
	}
}
