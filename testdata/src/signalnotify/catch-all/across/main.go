// A package of the program waits for whatever comes.
package main

import (
	"context"
	"net/http"
	"time"

	"signalnotify/catch-all/across/signals"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	signals.Wait() // want `signalnotify/catch-all/across/signals \(signals\.go:\d+\).*\(signalnotify/catch-all\)`
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
