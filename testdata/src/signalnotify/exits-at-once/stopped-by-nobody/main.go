// The stop stands behind the exit, and in a function that SIGTERM does not come to.
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

func main() {
	srv := &http.Server{Addr: ":8080"}
	http.HandleFunc("POST /quit", func(http.ResponseWriter, *http.Request) { go shutdown(srv) })
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		<-c
		os.Exit(0) // want `\(signalnotify/exits-at-once\)`
		shutdown(srv)
	}()
	log.Print(srv.ListenAndServe())
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
