// A package catches the signal: in a function that returns the context, in one that is given to another, in its init.
package main

import (
	"context"
	"net/http"
	"time"

	"signalnotify/missing-handler/silent-across/signals"
)

func main() {
	ctx, stop := signals.Context()
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx)
}
