// A package catches SIGINT, to stop, and nothing catches SIGTERM.
package main

import (
	"context"
	"net/http"
	"time"

	"signalnotify/missing-sigterm/across/signals"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	signals.Wait() // want `signalnotify/missing-sigterm/across/signals \(signals\.go:\d+\).*\(signalnotify/missing-sigterm\)`
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
