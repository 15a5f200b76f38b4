// The channel is a field, read in another method's select.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

type app struct {
	srv  *http.Server
	quit chan os.Signal
	errs chan error
}

func main() {
	a := &app{srv: &http.Server{Addr: ":8080"}, quit: make(chan os.Signal, 1), errs: make(chan error, 1)}
	signal.Notify(a.quit) // want `\(signalnotify/catch-all\)`
	go func() { a.errs <- a.srv.ListenAndServe() }()
	a.wait()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	a.srv.Shutdown(ctx)
}

func (a *app) wait() {
	select {
	case err := <-a.errs:
		log.Print(err)
	case sig := <-a.quit:
		log.Print(sig)
	}
}
