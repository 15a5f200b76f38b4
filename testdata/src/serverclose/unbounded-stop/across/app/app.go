// Package app is the application: its gRPC server.
package app

import (
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

type App struct {
	addr   string
	rpc    *grpc.Server
	health *health.Server
}

func New(addr string) *App {
	a := &App{addr: addr, rpc: grpc.NewServer(), health: health.NewServer()}
	healthpb.RegisterHealthServer(a.rpc, a.health)
	return a
}

func (a *App) Serve() error {
	lis, err := net.Listen("tcp", a.addr)
	if err != nil {
		return err
	}
	return a.rpc.Serve(lis)
}

func (a *App) Stop() {
	a.health.Shutdown()
	a.rpc.GracefulStop()
}
