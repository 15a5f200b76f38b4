// The constant stands on the left.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var srv = &http.Server{Addr: ":8080"}

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGHUP, syscall.SIGTERM)
	go watch(sigs)
	log.Fatal(srv.ListenAndServe())
}

func watch(sigs <-chan os.Signal) {
	for sig := range sigs {
		if syscall.SIGTERM == sig {
			log.Print(fmt.Sprintf("got %s", sig))
			os.Exit(0) // want `\(signalnotify/exits-at-once\)`
		}
		log.Print("reloading")
	}
}
