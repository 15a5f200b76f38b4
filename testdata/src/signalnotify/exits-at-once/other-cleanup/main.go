// What the handler does before it exits has nothing to do with the server.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

func main() {
	dir, err := os.MkdirTemp("", "orders")
	if err != nil {
		log.Fatal(err)
	}
	onSignal(func() { os.RemoveAll(filepath.Join(dir, "spool")) })
	http.ListenAndServe(":8080", nil)
}

// onSignal runs cleanup, and ends the process.
func onSignal(cleanup func()) {
	c := make(chan os.Signal, 2)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-c
		cleanup()
		os.Exit(0) // want `\(signalnotify/exits-at-once\)`
	}()
}
