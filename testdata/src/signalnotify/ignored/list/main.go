// The signals stand in a list; Ignore is called by an init function.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var ignored = []os.Signal{syscall.SIGHUP, syscall.SIGTERM}

func init() {
	signal.Ignore(ignored...) // want `\(signalnotify/ignored\)`
}

func main() { http.ListenAndServe(":8080", nil) }
