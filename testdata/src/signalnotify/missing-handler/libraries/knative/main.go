// NewContext catches SIGTERM.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"knative.dev/pkg/signals"
)

func main() {
	ctx := signals.NewContext()
	srv := &http.Server{Addr: ":8080"}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx)
}
