// Command catalog offers its data over gRPC, and over HTTP through a gateway in the same process.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/catalog/internal/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	cfg := app.Config{GRPCAddr: ":9090", HTTPAddr: ":8080", Drain: 20 * time.Second}
	err := app.Run(ctx, cfg)
	stop()
	if err != nil {
		slog.Error("catalog", "error", err)
		os.Exit(1)
	}
}
