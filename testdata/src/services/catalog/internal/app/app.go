// Package app runs the servers of catalog.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
	"services/catalog/internal/catalogpb"
	"services/catalog/internal/gateway"
)

// A Config says where to listen, and how long open requests may take at the end.
type Config struct {
	GRPCAddr, HTTPAddr string
	Drain              time.Duration
}

// Run serves until ctx is done or a server fails.
func Run(ctx context.Context, cfg Config) error {
	lis, err := net.Listen("tcp", cfg.GRPCAddr)
	if err != nil {
		return err
	}
	rpc := grpc.NewServer()
	checks := health.NewServer()
	catalogpb.RegisterCatalogServer(rpc, catalogpb.UnimplementedCatalogServer{})
	healthpb.RegisterHealthServer(rpc, checks)
	reflection.Register(rpc)

	handler, conn, err := gateway.New(ctx, lis.Addr().String())
	if err != nil {
		return err
	}
	defer conn.Close()
	web := &http.Server{Addr: cfg.HTTPAddr, Handler: handler, ReadHeaderTimeout: 5 * time.Second}

	failed := make(chan error, 2)
	go func() {
		if err := rpc.Serve(lis); err != nil {
			failed <- fmt.Errorf("grpc: %w", err)
		}
	}()
	go func() {
		if err := web.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			failed <- fmt.Errorf("http: %w", err)
		}
	}()
	checks.SetServingStatus("", healthpb.HealthCheckResponse_SERVING)

	select {
	case <-ctx.Done():
		slog.Info("stopping", "cause", context.Cause(ctx))
	case err = <-failed:
	}

	checks.SetServingStatus("", healthpb.HealthCheckResponse_NOT_SERVING)
	shutdownCtx, cancel := context.WithTimeout(context.Background(), cfg.Drain)
	defer cancel()
	webErr := web.Shutdown(shutdownCtx) // first: its requests are calls of the gRPC server
	stopGRPC(shutdownCtx, rpc)
	return errors.Join(err, webErr)
}

func stopGRPC(ctx context.Context, rpc *grpc.Server) {
	stopped := make(chan struct{})
	go func() {
		rpc.GracefulStop()
		close(stopped)
	}()
	select {
	case <-stopped:
	case <-ctx.Done():
		rpc.Stop()
	}
}
