// The channel has no name: nothing can receive from it.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGTERM) // want `\(signalnotify/never-received\)`
	http.ListenAndServe(":8080", nil)
}
