// The signal ends the process before anything is stopped: signalnotify/exits-at-once speaks of that.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	serve(c)
}

func serve(c <-chan os.Signal) {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	defer srv.Shutdown(context.Background()) // strict: unbounded-stop
	<-c
	os.Exit(0)
}
