// The package has the start and the stop; the program brings them together, and does not wait.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"serverclose/not-awaited/across-stop/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	go server.StopWhenDone(ctx, srv) // want `serverclose/not-awaited/across-stop/server \(server\.go:\d+\).*\(serverclose/not-awaited\)`
	if err := server.Serve(srv); err != nil {
		log.Print(err)
	}
}
