// A package of the program ignores the signal.
package main

import (
	"net/http"

	"signalnotify/ignored/across/daemon"
)

func main() {
	daemon.Detach() // want `signalnotify/ignored/across/daemon \(daemon\.go:\d+\).*\(signalnotify/ignored\)`
	http.ListenAndServe(":8080", nil)
}
