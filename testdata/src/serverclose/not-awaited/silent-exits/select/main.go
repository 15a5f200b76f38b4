// The goroutine that stops the server exits, and main blocks. That main may return earlier is no matter.
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
	flag.Parse()
	if *version {
		log.Print("v1")
		return
	}
	srv := &http.Server{Addr: ":8080"}
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-sigs
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
		os.Exit(0)
	}()
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		log.Print(err)
		return
	}
	select {}
}
