// A group waits for what a generic helper does with functions that it is given.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"
	"serverclose/not-awaited/silent-generic/service"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	g, ctx := errgroup.WithContext(ctx)
	service.Run(ctx, g, &http.Server{Addr: ":8080"}, (*http.Server).ListenAndServe, (*http.Server).Shutdown)
	g.Wait()
}
