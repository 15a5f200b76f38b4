// Command reports writes reports at night, and shows them during the day.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
	"services/reports/internal/api"
	"services/reports/internal/schedule"
)

func main() {
	if err := run(context.Background()); err != nil {
		log.Print(err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()

	traces := trace.NewTracerProvider()
	defer func() {
		flushCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		if err := traces.Shutdown(flushCtx); err != nil {
			log.Printf("traces: %v", err)
		}
	}()

	nightly, err := schedule.Start("0 3 * * *", "/var/lib/reports")
	if err != nil {
		return err
	}
	defer nightly.Stop()

	srv := api.New(":8080", "/var/lib/reports")
	failed := srv.Start()
	select {
	case err := <-failed:
		return errors.Join(errors.New("the API has failed"), err)
	case <-ctx.Done():
		return srv.Stop(context.WithoutCancel(ctx))
	}
}
