// Command hub collects readings of sensors. Its parts are a list of closures.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/hub/internal/ingest"
	"services/hub/internal/part"
	"services/hub/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	readings := ingest.New(64)
	site := web.New(":8080", readings)
	parts := []part.Part{
		{Name: "ingest", Start: readings.Run, Stop: readings.Stop},
		{
			Name:  "web",
			Start: func() error { return web.Serve(site) },
			Stop:  func(ctx context.Context) error { return site.Shutdown(ctx) },
		},
	}

	log.Print("hub: running")
	part.Run(ctx, 10*time.Second, parts)
	log.Print("hub: stopped")
}
