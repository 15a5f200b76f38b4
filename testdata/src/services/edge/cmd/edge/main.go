// Command edge stands before the other services. What it starts goes on a list of what has to be stopped.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
	"google.golang.org/grpc"
	"services/edge/internal/proxy"
	"services/edge/internal/registry"
)

func main() {
	if err := run(); err != nil {
		slog.Error("edge", "error", err)
		os.Exit(1)
	}
}

func run() (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	var stops []func(context.Context) error
	failed := make(chan error, 2)

	traces := trace.NewTracerProvider()
	stops = append(stops, traces.Shutdown)

	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		return err
	}
	upstreams := registry.New()
	rpc := grpc.NewServer()
	upstreams.Register(rpc)
	stops = append(stops, func(context.Context) error {
		rpc.GracefulStop()
		return nil
	})
	go func() { failed <- rpc.Serve(lis) }()

	web := proxy.New(":8080", upstreams)
	stops = append(stops, web.Shutdown)
	go func() {
		if err := web.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			failed <- err
		}
	}()

	select {
	case <-ctx.Done():
	case err = <-failed:
	}

	shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	for _, stop := range slices.Backward(stops) {
		err = errors.Join(err, stop(shutdownCtx))
	}
	return err
}
