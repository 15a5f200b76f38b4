// The package registers a service with streams, and stops without a limit.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/unbounded-stop/across/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New(":9090")
	go func() {
		if err := a.Serve(); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	a.Stop() // want `serverclose/unbounded-stop/across/app \(app\.go:\d+\).*\(serverclose/unbounded-stop\)`
}
