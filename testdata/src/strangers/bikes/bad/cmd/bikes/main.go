package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"strangers/bikes/bad/internal/api"
	"strangers/bikes/bad/internal/fleet"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()

	addr := ":8080"
	if a := os.Getenv("BIKES_ADDR"); a != "" {
		addr = a
	}
	if err := api.ListenAndServe(ctx, addr, fleet.New(12)); err != nil { // want `\(serverclose/not-awaited\)`
		log.Println("bikes:", err)
	}
}
