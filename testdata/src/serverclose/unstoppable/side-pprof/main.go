// The profiles that a package serves which is not main, on a port of their own. Strict.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"serverclose/unstoppable/side-pprof/debug"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	debug.Start(":6060") // strict: unstoppable

	srv := &http.Server{Addr: ":8080", Handler: http.NewServeMux()}
	go srv.ListenAndServe()
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(limited)
}
