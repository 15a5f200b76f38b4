package main

import (
	"context"
	"flag"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc/grpclog"

	"strangers/inventory/bad/gateway"
	"strangers/inventory/bad/stock"
)

var (
	grpcEndpoint = flag.String("grpc-endpoint", ":9090", "where the gRPC server listens")
	httpEndpoint = flag.String("http-endpoint", ":8081", "where the gateway listens")
)

func main() {
	flag.Parse()
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()

	rpc, err := stock.Listen("tcp", *grpcEndpoint)
	if err != nil {
		grpclog.Fatal(err)
	}
	defer rpc.Close()

	opts := gateway.Options{Addr: *httpEndpoint, GRPCServer: rpc.Target()}
	if err := gateway.Run(ctx, opts); err != nil { // want `\(serverclose/cancelled-requests\)`
		grpclog.Errorf("gateway: %v", err)
	}
}
