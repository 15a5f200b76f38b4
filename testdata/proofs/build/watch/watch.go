// Package watch is a client of the gRPC health service.
package watch

import (
	"context"
	"fmt"
	"log"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// Print prints each status that the server at addr reports of itself, until the server ends the stream.
func Print(addr string) {
	client, err := grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	stream, err := healthpb.NewHealthClient(client).Watch(context.Background(), &healthpb.HealthCheckRequest{})
	for err == nil {
		var response *healthpb.HealthCheckResponse
		if response, err = stream.Recv(); err == nil {
			fmt.Println(response.GetStatus())
		}
	}
	log.Print(err)
}
