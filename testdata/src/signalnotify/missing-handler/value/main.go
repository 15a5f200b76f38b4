// signal.Notify is used as a value: it may be called with any signal.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var notify = signal.Notify

func main() {
	notify(make(chan os.Signal, 1), syscall.SIGTERM)
	http.ListenAndServe(":8080", nil)
}
