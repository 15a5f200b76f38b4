// Notify without a signal means every one.
package main

import (
	"net/http"
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c) // want `\(signalnotify/catch-all\)`
	go http.ListenAndServe(":8080", nil)
	<-c
}
