package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"strangers/bikes/good/internal/api"
	"strangers/bikes/good/internal/fleet"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()

	addr := ":8080"
	if a := os.Getenv("BIKES_ADDR"); a != "" {
		addr = a
	}
	if err := api.ListenAndServe(ctx, addr, fleet.New(12)); err != nil {
		log.Println("bikes:", err)
	}
}
