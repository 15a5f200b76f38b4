// A package of the program catches the signal, and exits.
package main

import (
	"log"
	"net/http"

	"signalnotify/exits-at-once/across/signals"
)

func main() {
	signals.Handle() // want `signalnotify/exits-at-once/across/signals \(signals\.go:\d+\).*\(signalnotify/exits-at-once\)`
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe())
}
