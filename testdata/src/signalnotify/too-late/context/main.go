// NotifyContext stands after the start of a gRPC server.
package main

import (
	"context"
	"log"
	"net"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
)

func main() {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	err = srv.Serve(lis)
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM) // want `\(signalnotify/too-late\)`
	defer stop()
	<-ctx.Done()
	srv.GracefulStop()
}
