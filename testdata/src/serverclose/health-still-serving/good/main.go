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
	srv := grpc.NewServer()
	checks := health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	go func() {
		if err := srv.Serve(lis); err != nil {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	checks.Shutdown()                                // tells clients that watch: NOT_SERVING
	timer := time.AfterFunc(3*time.Second, srv.Stop) // cuts what is still open
	defer timer.Stop()
	srv.GracefulStop()
}
