// The server is started in one package, for another, and stopped in none.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/missing-shutdown/across/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a, err := app.New(":8080")
	if err != nil {
		log.Fatal(err)
	}
	a.Start() // want `serverclose/missing-shutdown/across/server \(server\.go:\d+\).*\(serverclose/missing-shutdown\)`
	<-ctx.Done()
	a.Stop()
}
