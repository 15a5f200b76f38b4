// The package returns what Serve returned; the program exits on it.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/fatal-on-close/across/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New(":8080")
	go func() {
		if err := a.Serve(); err != nil {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	<-ctx.Done()
	a.Stop()
}
