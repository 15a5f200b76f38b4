// Package server has the commands that serve.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"
)

// NewCommand returns the command that serves until its context is done.
func NewCommand() *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use: "serve",
		RunE: func(cmd *cobra.Command, args []string) error {
			srv := &http.Server{Addr: addr}
			g, ctx := errgroup.WithContext(cmd.Context())
			g.Go(func() error { return serve(srv) })
			g.Go(func() error {
				<-ctx.Done()
				return stop(srv)
			})
			return g.Wait()
		},
	}
	cmd.Flags().StringVar(&addr, "addr", ":8080", "address to listen on")
	return cmd
}

// NewAdminCommand returns a command that starts in RunE, and stops in a hook.
func NewAdminCommand() *cobra.Command {
	srv := &http.Server{Addr: ":8081"}
	return &cobra.Command{
		Use: "admin",
		RunE: func(cmd *cobra.Command, args []string) error {
			errs := make(chan error, 1)
			go func() { errs <- serve(srv) }()
			select {
			case err := <-errs:
				return err
			case <-cmd.Context().Done():
				return nil
			}
		},
		PersistentPostRun: func(cmd *cobra.Command, args []string) {
			if err := stop(srv); err != nil {
				log.Print(err)
			}
		},
	}
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func stop(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}
