// What a function ignores it registers for afterwards; main does, what the initialization ignores.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func init() { signal.Ignore(syscall.SIGTERM) }

func main() { run() }

func run() {
	signal.Ignore(syscall.SIGTERM) // while it loads
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx)
}
