// A package of the program waits for the signals, noise among them.
package main

import (
	"context"
	"net/http"
	"time"

	"signalnotify/stops-on-noise/across/signals"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	signals.Wait() // want `signalnotify/stops-on-noise/across/signals \(signals\.go:\d+\).*\(signalnotify/stops-on-noise\)`
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
