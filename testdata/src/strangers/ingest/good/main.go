package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"

	"strangers/ingest/good/ingestpb"
	"strangers/ingest/good/pipeline"
)

func getenv(key, fallback string) string {
	if value, ok := os.LookupEnv(key); ok {
		return value
	}
	return fallback
}

func main() {
	lis, err := net.Listen("tcp", getenv("LISTEN", "0.0.0.0:5000"))
	if err != nil {
		log.Panicln(err)
	}

	pool := pipeline.NewPool(4, pipeline.Store)
	server := grpc.NewServer(grpc.MaxConcurrentStreams(100))
	ingestpb.RegisterIngestServer(server, &service{pool: pool})

	go func() {
		sigs := make(chan os.Signal, 1)
		signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
		log.Println("got", <-sigs)
		server.GracefulStop()
	}()

	// Serve returns when GracefulStop has let the last call go.
	if err := server.Serve(lis); err != nil {
		log.Panicln(err)
	}
	pool.Drain(context.Background())
}
