// The end of the context calls what stops the server.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background()) // want `\(signalnotify/catch-all\)`
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	drained := make(chan struct{})
	context.AfterFunc(ctx, func() {
		defer close(drained)
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(shutdownCtx)
	})
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-drained
}
