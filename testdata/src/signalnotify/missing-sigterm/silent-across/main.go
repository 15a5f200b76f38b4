// One package catches SIGINT, another SIGTERM.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"signalnotify/missing-sigterm/across/signals"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	go func() {
		signals.Wait()
		stop()
	}()
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx)
}
