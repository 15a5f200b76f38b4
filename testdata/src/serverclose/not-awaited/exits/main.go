// The goroutine that stops the server exits, but main returns before.
package main

import (
	"context"
	"flag"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var version = flag.Bool("version", false, "print the version")

func main() {
	if *version {
		return
	}
	srv := &http.Server{Addr: ":8080"}
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-sigs
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx) // want `\(serverclose/not-awaited\)`
		os.Exit(0)
	}()
	srv.ListenAndServe()
}
