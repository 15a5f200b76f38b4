// Servers that are there for operators only. Strict.
package main

import (
	"context"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"syscall"

	"example.com/pb"
	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"google.golang.org/grpc"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	srv := &http.Server{Addr: ":9090", Handler: mux}
	go srv.ListenAndServe() // strict: missing-shutdown

	lis, _ := net.Listen("tcp", ":9091")
	health := grpc.NewServer()
	healthpb.RegisterHealthServer(health, nil)
	reflection.Register(health)
	go health.Serve(lis) // strict: missing-shutdown

	// A framework's server with nothing but that.
	metrics := echo.New()
	metrics.GET(metricsPath(), echo.WrapHandler(promhttp.Handler()))
	metrics.GET("/healthz", nil)
	go metrics.Start(":9092") // strict: missing-shutdown
	orders := echo.New()
	orders.GET("/healthz", nil)
	orders.GET("/orders", nil)
	go orders.Start(":8081") // want `nothing ever calls Shutdown on this echo.Echo`

	// Whatever http.DefaultServeMux serves is nothing to these.
	http.Handle("/metrics", promhttp.Handler())
	go echo.New().Start(":8080") // want `nothing ever calls Shutdown on this echo.Echo`
	api := grpc.NewServer()
	reflection.Register(api)
	pb.RegisterGreeterServer(api, nil)
	go api.Serve(lis) // want `nothing ever calls GracefulStop on this grpc.Server`
	<-ctx.Done()
}

func metricsPath() string { return os.Getenv("METRICS_PATH") }
