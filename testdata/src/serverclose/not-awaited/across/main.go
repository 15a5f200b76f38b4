// The server is started, and stopped, in a package of its own.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/not-awaited/across/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New(":8080")
	err := a.Run(ctx) // want `serverclose/not-awaited/across/app \(app\.go:\d+\).*\(serverclose/not-awaited\)`
	if err != nil {
		log.Print(err)
	}
}
