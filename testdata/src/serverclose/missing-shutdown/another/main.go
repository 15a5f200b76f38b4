// The stop of one server is not the stop of another.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	api, admin := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}
	go api.ListenAndServe()
	go admin.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	api.Shutdown(shutdownCtx)
}
