// A switch without a tag.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var srv = &http.Server{Addr: ":8080"}

type daemon struct{ signals chan os.Signal }

func (d *daemon) handle() {
	for {
		switch s := <-d.signals; {
		case s == syscall.SIGHUP:
			log.Print("reloading")
		case s == syscall.SIGINT || syscall.SIGTERM == s:
			log.Fatalf("%v: bye", s) // want `\(signalnotify/exits-at-once\)`
		}
	}
}

func main() {
	d := &daemon{signals: make(chan os.Signal, 1)}
	signal.Notify(d.signals, syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM)
	go d.handle()
	log.Fatal(srv.ListenAndServe())
}
