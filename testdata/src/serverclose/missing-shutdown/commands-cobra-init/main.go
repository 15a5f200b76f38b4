// Commands in variables, joined as the package is initialized.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

var rootCmd = &cobra.Command{Use: "orders", Short: "Takes orders"}

var serveCmd = &cobra.Command{
	Use: "serve",
	RunE: func(cmd *cobra.Command, args []string) error {
		ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		srv := &http.Server{Addr: addr, Handler: http.NewServeMux()}
		errs := make(chan error, 1)
		go func() {
			errs <- srv.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server.*serverclose/missing-shutdown`
		}()
		select {
		case err := <-errs:
			return err
		case <-ctx.Done():
		}

		if err := <-errs; !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	},
}

var versionCmd = &cobra.Command{
	Use: "version",
	Run: func(*cobra.Command, []string) { fmt.Println("1.0") },
}

var addr string

func init() {
	rootCmd.AddCommand(serveCmd)
	rootCmd.AddCommand(versionCmd)
	serveCmd.Flags().StringVar(&addr, "addr", ":8080", "where to listen")
}

func main() {
	if err := rootCmd.ExecuteContext(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err, time.Now())
		os.Exit(1)
	}
}
