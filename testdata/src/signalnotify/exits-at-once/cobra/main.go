// A command below the root exits when its context ends; the goroutine is one of a group.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	root := &cobra.Command{Use: "orders"}
	root.AddCommand(newServe())
	root.ExecuteContext(ctx)
}

func newServe() *cobra.Command {
	return &cobra.Command{Use: "serve", RunE: func(cmd *cobra.Command, _ []string) error {
		srv := &http.Server{Addr: ":8080"}
		g, ctx := errgroup.WithContext(cmd.Context())
		g.Go(srv.ListenAndServe)
		g.Go(func() error {
			<-ctx.Done()
			os.Exit(0) // want `\(signalnotify/exits-at-once\)`
			return nil
		})
		return g.Wait()
	}}
}
