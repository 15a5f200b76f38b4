// A switch on the type, and one on the number.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var srv = &http.Server{Addr: ":8080"}

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	go func() {
		switch s := (<-sigs).(type) {
		case syscall.Signal:
			switch s {
			case syscall.SIGTERM, syscall.SIGINT:
				os.Exit(0) // want `\(signalnotify/exits-at-once\)`
			}
		}
	}()
	log.Fatal(srv.ListenAndServe())
}
