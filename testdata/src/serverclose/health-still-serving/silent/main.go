// The health service says NOT_SERVING before the server drains, or there is none that could.
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
	case "shutdown":
		shutdown(ctx, lis)
	case "status":
		status(ctx, lis)
	case "at-once":
		atOnce(ctx, lis)
	case "fields":
		a := newApp()
		go a.rpc.Serve(lis)
		<-ctx.Done()
		a.notServing()
		a.stop()
	case "none":
		none(ctx, lis)
	case "own":
		own(ctx, lis)
	}
}

func gracefulStop(srv *grpc.Server) {
	timer := time.AfterFunc(10*time.Second, srv.Stop)
	defer timer.Stop()
	srv.GracefulStop()
}

func shutdown(ctx context.Context, lis net.Listener) {
	srv, checks := grpc.NewServer(), health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	go srv.Serve(lis)
	<-ctx.Done()
	checks.Shutdown()
	gracefulStop(srv)
}

func status(ctx context.Context, lis net.Listener) {
	srv, checks := grpc.NewServer(), health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	checks.SetServingStatus("orders", healthpb.HealthCheckResponse_SERVING)
	go srv.Serve(lis)
	<-ctx.Done()
	checks.SetServingStatus("orders", healthpb.HealthCheckResponse_NOT_SERVING)
	gracefulStop(srv)
}

// As soon as the signal comes.
func atOnce(ctx context.Context, lis net.Listener) {
	srv, checks := grpc.NewServer(), health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	context.AfterFunc(ctx, checks.Shutdown)
	go srv.Serve(lis)
	<-ctx.Done()
	time.Sleep(3 * time.Second)
	gracefulStop(srv)
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

func (a *app) notServing() { a.health.Shutdown() }

func (a *app) stop() { gracefulStop(a.rpc) }

func none(ctx context.Context, lis net.Listener) {
	srv := grpc.NewServer()
	go srv.Serve(lis)
	<-ctx.Done()
	gracefulStop(srv)
}

// A health service of the program's own: it asks the context.

type checks struct{ ctx context.Context }

func (c *checks) Check(context.Context, *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	if c.ctx.Err() != nil {
		return &healthpb.HealthCheckResponse{Status: healthpb.HealthCheckResponse_NOT_SERVING}, nil
	}
	return &healthpb.HealthCheckResponse{Status: healthpb.HealthCheckResponse_SERVING}, nil
}

func own(ctx context.Context, lis net.Listener) {
	srv := grpc.NewServer()
	healthpb.RegisterHealthServer(srv, &checks{ctx})
	go srv.Serve(lis)
	<-ctx.Done()
	gracefulStop(srv)
}
