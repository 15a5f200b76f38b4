// Package rpc is for the couriers' devices.
package rpc

import (
	"log"
	"net"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// A Server talks to the couriers.
type Server struct {
	server *grpc.Server
	checks *health.Server
	lis    net.Listener
	free   atomic.Int64
}

// New returns a server that knows of no courier yet.
func New() *Server {
	s := &Server{server: grpc.NewServer(), checks: health.NewServer()}
	healthpb.RegisterHealthServer(s.server, s.checks)
	s.server.RegisterService(&grpc.ServiceDesc{ServiceName: "dispatch.Couriers"}, s)
	return s
}

// Listen takes the port.
func (s *Server) Listen(addr string) (err error) {
	s.lis, err = net.Listen("tcp", addr)
	return err
}

// Serve answers the couriers until Interrupt.
func (s *Server) Serve() error {
	log.Printf("rpc: listening on %s", s.lis.Addr())
	return s.server.Serve(s.lis)
}

// Interrupt tells the clients to go elsewhere, and cuts those that stay for more than ten seconds.
func (s *Server) Interrupt(error) {
	s.checks.SetServingStatus("", healthpb.HealthCheckResponse_NOT_SERVING)
	limit := time.AfterFunc(10*time.Second, s.server.Stop)
	defer limit.Stop()
	s.server.GracefulStop()
}

// Free returns how many couriers wait for work.
func (s *Server) Free() int { return int(s.free.Load()) }
