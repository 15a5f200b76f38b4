// NotifyContext without a signal means every one, too.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background()) // want `\(signalnotify/catch-all\)`
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx)
}
