// The commands below the root are given the context too.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background()) // want `\(signalnotify/catch-all\)`
	defer stop()
	root := &cobra.Command{Use: "orders"}
	root.AddCommand(newServe())
	if err := root.ExecuteContext(ctx); err != nil {
		os.Exit(1)
	}
}

func newServe() *cobra.Command {
	return &cobra.Command{Use: "serve", RunE: func(cmd *cobra.Command, _ []string) error {
		srv := &http.Server{Addr: ":8080"}
		go srv.ListenAndServe()
		<-cmd.Context().Done()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	}}
}
