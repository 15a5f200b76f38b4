// Command dead-context gives its server the context that the signal has ended.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	go srv.ListenAndServe()
	<-ctx.Done()
	err := srv.Shutdown(ctx)
	log.Print(err)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
