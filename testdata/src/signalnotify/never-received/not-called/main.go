// The function that receives is called by nothing.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var signals = make(chan os.Signal, 1)

func main() {
	signal.Notify(signals, syscall.SIGTERM) // want `\(signalnotify/never-received\)`
	log.Print(cap(signals), len(signals))
	http.ListenAndServe(":8080", nil)
}

func wait() { <-signals }
