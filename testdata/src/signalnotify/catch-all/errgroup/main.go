// A goroutine of a group, which a function of another package starts, stops what it is given.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"

	"golang.org/x/sync/errgroup"

	"signalnotify/catch-all/errgroup/service"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background()) // want `\(signalnotify/catch-all\)`
	defer stop()
	if err := run(ctx); err != nil {
		log.Print(err)
	}
}

func run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	service.Go(ctx, g, service.Service[*http.Server]{
		Server: &http.Server{Addr: ":8080"},
		Serve:  (*http.Server).ListenAndServe,
		Stop:   (*http.Server).Shutdown,
	})
	return g.Wait()
}
