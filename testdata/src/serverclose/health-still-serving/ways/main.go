// Strict: each stop leaves the health service at SERVING while the server drains.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	switch os.Args[1] {
	case "fields":
		a := newApp()
		go a.rpc.Serve(lis)
		<-ctx.Done()
		a.stop()
	case "goroutine":
		goroutine(ctx, lis)
	case "too-late":
		tooLate(ctx, lis)
	case "serving":
		serving(ctx, lis)
	}
}

type app struct {
	rpc    *grpc.Server
	health *health.Server
}

func newApp() *app {
	a := &app{rpc: grpc.NewServer(), health: health.NewServer()}
	healthpb.RegisterHealthServer(a.rpc, a.health)
	return a
}

func (a *app) stop() {
	timer := time.AfterFunc(10*time.Second, a.rpc.Stop)
	defer timer.Stop()
	a.rpc.GracefulStop() // strict: health-still-serving
}

func goroutine(ctx context.Context, lis net.Listener) {
	srv := grpc.NewServer()
	register(srv)
	go func() {
		<-ctx.Done()
		timer := time.AfterFunc(10*time.Second, srv.Stop)
		defer timer.Stop()
		srv.GracefulStop() // strict: health-still-serving
	}()
	srv.Serve(lis)
}

func register(srv grpc.ServiceRegistrar) { healthpb.RegisterHealthServer(srv, health.NewServer()) }

// The server has drained by then.
func tooLate(ctx context.Context, lis net.Listener) {
	srv, checks := grpc.NewServer(), health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	go srv.Serve(lis)
	<-ctx.Done()
	timer := time.AfterFunc(10*time.Second, srv.Stop)
	defer timer.Stop()
	srv.GracefulStop() // strict: health-still-serving
	checks.Shutdown()
}

// What is set is SERVING.
func serving(ctx context.Context, lis net.Listener) {
	srv, checks := grpc.NewServer(), health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	checks.SetServingStatus("orders", healthpb.HealthCheckResponse_SERVING)
	go srv.Serve(lis)
	<-ctx.Done()
	timer := time.AfterFunc(10*time.Second, srv.Stop)
	defer timer.Stop()
	srv.GracefulStop() // strict: health-still-serving
}
