// The channel is registered, and forgotten.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM) // want `\(signalnotify/never-received\)`
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe())
}
