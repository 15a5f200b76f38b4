// One signal reloads, the others end the process.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		for sig := range signals {
			switch sig {
			case syscall.SIGHUP:
				reload()
			case syscall.SIGINT, syscall.SIGTERM:
				log.Print("bye")
				os.Exit(0) // want `\(signalnotify/exits-at-once\)`
			}
		}
	}()
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe())
}

func reload() {}
