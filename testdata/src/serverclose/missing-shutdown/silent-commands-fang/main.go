// A command of cobra's that fang runs.
package main

import (
	"context"
	"net/http"
	"os"
	"syscall"

	"github.com/charmbracelet/fang"
	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "orders"}
	root.RunE = func(cmd *cobra.Command, _ []string) error { return serve(cmd.Context()) }
	if err := fang.Execute(context.Background(), root, fang.WithNotifySignal(os.Interrupt, syscall.SIGTERM)); err != nil {
		os.Exit(1)
	}
}

func serve(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return srv.Shutdown(context.Background()) // strict: unbounded-stop
	}
}
