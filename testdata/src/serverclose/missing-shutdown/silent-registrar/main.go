// A library of the company's keeps the stop by a name, and calls it when the process is asked to end.
package main

import (
	"context"
	"log"
	"net"
	"net/http"

	"example.com/owner"
	"google.golang.org/grpc"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	owner.OnStop("http", func(ctx context.Context) {
		if err := srv.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	})
	go srv.ListenAndServe()

	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	rpc := grpc.NewServer()
	stopRPC := rpc.GracefulStop
	owner.OnStop("grpc", func(ctx context.Context) {
		context.AfterFunc(ctx, rpc.Stop)
		stopRPC()
	})
	go rpc.Serve(lis)
	owner.Wait()
}
