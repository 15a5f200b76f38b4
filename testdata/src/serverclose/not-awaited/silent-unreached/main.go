// The signal ends main, and does not lead to the Shutdown, which therefore is not what is cut.
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
	http.HandleFunc("/quit", func(http.ResponseWriter, *http.Request) { close(quit) })
	go func() {
		<-quit
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	}()
	go srv.ListenAndServe()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	<-sigs
	log.Print("bye")
}
