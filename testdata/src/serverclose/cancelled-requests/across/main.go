// The package makes what it is given the context of requests; it is given the one that the signal ends.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/cancelled-requests/across/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := server.New(ctx, ":8080") // want `serverclose/cancelled-requests/across/server \(server\.go:\d+\).*\(serverclose/cancelled-requests\)`
	go srv.Serve()
	<-ctx.Done()
	if err := srv.Stop(); err != nil {
		log.Print(err)
	}
}
