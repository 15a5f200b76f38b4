// A goroutine waits for the signal, and ends the process.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
		sig := <-c
		log.Printf("got %v, exiting", sig)
		os.Exit(0) // want `\(signalnotify/exits-at-once\)`
	}()
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe())
}
