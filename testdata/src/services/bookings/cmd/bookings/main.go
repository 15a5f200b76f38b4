// Command bookings keeps tables free in restaurants: a gin engine as the handler of an http.Server.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"services/bookings/internal/server"
	"services/bookings/internal/tables"
	"services/bookings/internal/telemetry"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx)
	stop()
	if err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	flush := telemetry.Start()
	defer flush()

	repo, err := tables.Open(os.Getenv("BOOKINGS_DSN"))
	if err != nil {
		return err
	}
	defer repo.Close()

	return server.Run(ctx, ":8080", repo)
}
