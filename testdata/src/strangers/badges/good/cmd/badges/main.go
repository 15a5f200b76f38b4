package main

import (
	"context"
	"log"
	"time"

	"go.uber.org/fx"

	"strangers/badges/good/di"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	app := fx.New(di.Bundle(), fx.NopLogger)

	startCtx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	if err := app.Start(startCtx); err != nil {
		return err
	}

	sig := <-app.Done()
	log.Println("received", sig)

	stopCtx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return app.Stop(stopCtx)
}
