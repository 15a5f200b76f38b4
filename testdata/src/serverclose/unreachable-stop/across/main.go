// The start lies in one package, the stop in another, and this program calls one after the other.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/unreachable-stop/across/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New(":8080")
	if err := a.Run(); err != nil {
		log.Print(err)
	}
	<-ctx.Done()
	a.Stop() // want `serverclose/unreachable-stop/across/server \(server\.go:\d+\).*\(serverclose/unreachable-stop\)`
}
