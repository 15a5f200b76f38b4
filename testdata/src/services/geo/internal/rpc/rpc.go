// Package rpc is geo's gRPC server.
package rpc

import (
	"context"
	"database/sql"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// A Server finds addresses.
type Server struct {
	grpc   *grpc.Server
	health *health.Server
	db     *sql.DB
}

// New returns a server that is not running yet.
func New(db *sql.DB) *Server {
	s := &Server{grpc: grpc.NewServer(), health: health.NewServer(), db: db}
	s.grpc.RegisterService(&grpc.ServiceDesc{
		ServiceName: "geo.Addresses",
		Streams:     []grpc.StreamDesc{{StreamName: "Nearby", ServerStreams: true}},
	}, s)
	healthpb.RegisterHealthServer(s.grpc, s.health)
	return s
}

// Serve serves until Stop.
func (s *Server) Serve(lis net.Listener) error {
	s.health.SetServingStatus("geo.Addresses", healthpb.HealthCheckResponse_SERVING)
	return s.grpc.Serve(lis)
}

// Stop lets open calls finish, and cuts those that take longer than limit.
func (s *Server) Stop(limit time.Duration) {
	s.health.Shutdown()
	timer := time.AfterFunc(limit, func() { s.grpc.Stop() })
	s.grpc.GracefulStop()
	timer.Stop()
}

// Find returns the address at a place.
func (s *Server) Find(ctx context.Context, lat, lon float64) (address string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT address FROM places ORDER BY distance($1, $2) LIMIT 1`, lat, lon).Scan(&address)
	return address, err
}
