// Command invoices writes an invoice for each order that comes from RabbitMQ.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"services/invoices/internal/queue"
	"services/invoices/internal/writer"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	if err := run(log); err != nil {
		log.Error("invoices", "error", err)
		os.Exit(1)
	}
}

func run(log *slog.Logger) error {
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer cancel()

	w, err := writer.Open(os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer w.Close()

	consumer, err := queue.Dial(os.Getenv("AMQP_URL"), log)
	if err != nil {
		return err
	}
	defer consumer.Close()
	return consumer.Run(ctx, w.Write)
}
