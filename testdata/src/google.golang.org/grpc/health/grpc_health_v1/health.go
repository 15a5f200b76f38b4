// Package grpc_health_v1 is a stub of the library.
package grpc_health_v1

import "google.golang.org/grpc"

type HealthServer interface{ Check() }

func RegisterHealthServer(s grpc.ServiceRegistrar, srv HealthServer) {}
