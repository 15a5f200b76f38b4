// The channel is a field; the program waits for another one.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type app struct {
	srv     *http.Server
	signals chan os.Signal
	done    chan struct{}
}

func main() {
	a := &app{srv: &http.Server{Addr: ":8080"}, signals: make(chan os.Signal, 1), done: make(chan struct{})}
	a.register()
	go a.srv.ListenAndServe()
	<-a.done
}

func (a *app) register() {
	signal.Notify(a.signals, syscall.SIGTERM) // want `\(signalnotify/never-received\)`
}
