// The channel is a field, the handler a method, the exit a function that the handler calls.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type app struct {
	srv     *http.Server
	signals chan os.Signal
}

func main() {
	a := &app{srv: &http.Server{Addr: ":8080"}, signals: make(chan os.Signal, 1)}
	signal.Notify(a.signals, syscall.SIGTERM)
	go a.handleSignals()
	log.Fatal(a.srv.ListenAndServe())
}

func (a *app) handleSignals() {
	sig := <-a.signals
	exit(sig)
}

func exit(sig os.Signal) {
	log.Print(sig)
	os.Exit(0) // want `\(signalnotify/exits-at-once\)`
}
