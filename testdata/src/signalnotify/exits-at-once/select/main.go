// A loop that works until the signal comes.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()

	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	ticks := time.NewTicker(time.Minute)
	for {
		select {
		case <-ticks.C:
			log.Print("still here")
		case sig := <-quit:
			log.Print(sig)
			os.Exit(1) // want `\(signalnotify/exits-at-once\)`
		}
	}
}
