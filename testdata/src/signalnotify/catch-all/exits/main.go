// The program exits on whatever comes: that it does so at once is the smaller fault.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c) // want `\(signalnotify/catch-all\)`
	go func() {
		log.Print(<-c)
		os.Exit(0)
	}()
	http.ListenAndServe(":8080", nil)
}
