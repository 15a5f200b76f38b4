// Command mailer sends the mails that other services ask for over NATS.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/mailer/internal/consumer"
	"services/mailer/internal/health"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	c, err := consumer.New(os.Getenv("NATS_URL"))
	if err != nil {
		log.Print(err)
		return
	}
	probes := health.Start(":8081", c.Connected)

	<-ctx.Done()
	if err := c.Drain(30 * time.Second); err != nil {
		log.Printf("drain: %v", err)
	}
	shutdownCtx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := probes.Shutdown(shutdownCtx); err != nil {
		log.Printf("health: %v", err)
	}
}
