// What is deferred later runs before the server is stopped.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func main() {
	srv := &http.Server{Addr: ":8080"}
	defer shutdown(srv)
	sigs := make(chan os.Signal, 1)
	defer close(sigs) // want `\(signalnotify/closed-channel\)`
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	go srv.ListenAndServe()
	<-sigs
}
