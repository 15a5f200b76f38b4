// A function that runs when the context is done.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, func() { os.Exit(0) }) // want `\(signalnotify/exits-at-once\)`
	http.ListenAndServe(":8080", nil)
}
