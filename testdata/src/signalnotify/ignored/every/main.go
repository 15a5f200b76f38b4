// Ignore without a signal means every one.
package main

import (
	"log"
	"net/http"
	"os/signal"
)

func main() {
	signal.Ignore() // want `\(signalnotify/ignored\)`
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe())
}
