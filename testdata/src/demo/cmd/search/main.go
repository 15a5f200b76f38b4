// Command search finds goods by what customers type.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os/signal"
	"time"

	"github.com/gracelint/gracelint/testdata/src/demo/internal/catalog"
)

func main() {
	ctx, release := signal.NotifyContext(context.Background())
	defer release()
	srv := &http.Server{
		Addr:        ":8084",
		Handler:     catalog.Handler(),
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	shutdownCtx, stop := context.WithTimeout(context.Background(), 10*time.Second)
	defer stop()
	if err := srv.Shutdown(shutdownCtx); err != nil {
		log.Print(err)
	}
}
