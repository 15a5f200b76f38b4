// Package health is a stub of the library.
package health

import (
	"context"

	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

type Server struct{}

func NewServer() *Server { return nil }

func (s *Server) Check(_ context.Context, in *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	return nil, nil
}
func (s *Server) SetServingStatus(service string, servingStatus healthpb.HealthCheckResponse_ServingStatus) {
}
func (s *Server) Shutdown() {}
func (s *Server) Resume()   {}
