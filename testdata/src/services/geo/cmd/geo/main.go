// Command geo finds addresses. It serves gRPC on the main goroutine: Serve returns when GracefulStop is done.
package main

import (
	"database/sql"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/geo/internal/rpc"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("GEO_DSN"))
	if err != nil {
		log.Fatal(err)
	}
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	srv := rpc.New(db)

	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	go func() {
		log.Printf("%v: stopping", <-sig)
		srv.Stop(10 * time.Second)
	}()

	if err := srv.Serve(lis); err != nil {
		log.Fatal(err)
	}
	if err := db.Close(); err != nil {
		log.Print(err)
	}
}
