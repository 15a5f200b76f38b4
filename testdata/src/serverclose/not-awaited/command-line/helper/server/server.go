// Package server is the command that serves.
package server

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// NewCommand returns the command.
func NewCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "serve"}
	addr := cmd.Flags().String("listen", ":8080", "where to listen")
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return run(cmd.Context(), *addr) }
	return cmd
}

func run(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(shutdownCtx)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
