// Package grpc_health_v1 is a stub of the library.
package grpc_health_v1

import (
	"context"

	"google.golang.org/grpc"
)

type HealthCheckResponse_ServingStatus int32

const (
	HealthCheckResponse_UNKNOWN         HealthCheckResponse_ServingStatus = 0
	HealthCheckResponse_SERVING         HealthCheckResponse_ServingStatus = 1
	HealthCheckResponse_NOT_SERVING     HealthCheckResponse_ServingStatus = 2
	HealthCheckResponse_SERVICE_UNKNOWN HealthCheckResponse_ServingStatus = 3
)

type HealthCheckRequest struct{ Service string }

type HealthCheckResponse struct {
	Status HealthCheckResponse_ServingStatus
}

type HealthServer interface {
	Check(context.Context, *HealthCheckRequest) (*HealthCheckResponse, error)
}

func RegisterHealthServer(s grpc.ServiceRegistrar, srv HealthServer) {}
