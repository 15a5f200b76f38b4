// Ignore in a loop, in a method.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type daemon struct{ ignored []os.Signal }

func main() {
	d := &daemon{ignored: []os.Signal{syscall.SIGHUP, syscall.SIGTERM}}
	d.ignoreSignals()
	http.ListenAndServe(":8080", nil)
}

func (d *daemon) ignoreSignals() {
	for _, sig := range d.ignored {
		signal.Ignore(sig) // want `\(signalnotify/ignored\)`
	}
}
