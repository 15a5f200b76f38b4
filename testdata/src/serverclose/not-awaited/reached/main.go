// The signal leads to the Shutdown by a channel.
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var version = flag.Bool("version", false, "print the version")

func main() {
	srv := &http.Server{Addr: ":8080"}
	quit := make(chan struct{})
	go func() {
		<-quit
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx) // want `\(serverclose/not-awaited\)`
	}()
	go srv.ListenAndServe()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	<-sigs
	close(quit)
	log.Print("bye")
}
