// A service of many methods is registered by a function of its package: whatever it does, it has the server from nobody.
package main

import (
	"log"
	"net"
	"time"

	"github.com/grpc-ecosystem/go-grpc-prometheus"
	"google.golang.org/grpc"
	"serverclose/missing-shutdown/many-methods/rates"
)

func main() {
	lis, err := net.Listen("tcp", ":50051")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	rates.Register(srv, time.Second)
	grpc_prometheus.Register(srv)
	if err := srv.Serve(lis); err != nil { // want `\(serverclose/missing-shutdown\)`
		log.Fatal(err)
	}
}
