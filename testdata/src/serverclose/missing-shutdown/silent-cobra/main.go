// A command of cobra's: its context is the one that the signal ends, which the package of the server alone sees.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"serverclose/missing-shutdown/silent-cobra/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := newCommand().ExecuteContext(ctx); err != nil {
		os.Exit(1)
	}
}

func newCommand() *cobra.Command {
	root := &cobra.Command{Use: "orders", SilenceUsage: true}
	root.AddCommand(server.NewCommand(), server.NewAdminCommand())
	return root
}
