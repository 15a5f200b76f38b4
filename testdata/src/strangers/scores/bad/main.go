package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"strangers/scores/bad/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	cfg, err := app.ParseConfig()
	if err != nil {
		log.Printf("config: %s", err)
		return
	}
	if err := app.New(cfg).Run(ctx); err != nil { // want `\(serverclose/unbounded-stop\)`
		log.Printf("scores ended: %s", err)
	}
}
