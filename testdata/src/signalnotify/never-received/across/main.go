// The package returns the channel, and nobody takes it.
package main

import (
	"net/http"

	"signalnotify/never-received/across/signals"
)

func main() {
	signals.Register() // want `signalnotify/never-received/across/signals \(signals\.go:\d+\).*\(signalnotify/never-received\)`
	http.ListenAndServe(":8080", nil)
}
