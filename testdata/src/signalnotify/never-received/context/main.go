// The context is what says that the signal has come, and nobody asks it.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
)

func main() {
	_, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM) // want `\(signalnotify/never-received\)`
	defer stop()
	http.ListenAndServe(":8080", nil)
}
