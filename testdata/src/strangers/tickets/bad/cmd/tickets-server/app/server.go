// Package app implements a server that runs the ticket desk.
package app

import (
	"fmt"

	"github.com/spf13/cobra"

	"strangers/tickets/bad/cmd/tickets-server/app/options"
	"strangers/tickets/bad/pkg/desk"
	"strangers/tickets/bad/pkg/signals"
)

// NewServerCommand creates a *cobra.Command object with default parameters.
func NewServerCommand() *cobra.Command {
	o := options.NewServerOptions()

	cmd := &cobra.Command{
		Use:          "tickets-server",
		Short:        "The ticket desk",
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.Complete(args); err != nil {
				return err
			}
			if errs := o.Validate(); len(errs) != 0 {
				return fmt.Errorf("invalid options: %v", errs)
			}
			return Run(o, signals.SetupSignalHandler())
		},
	}
	o.AddFlags(cmd.Flags())
	return cmd
}

// Run runs the specified server. It only returns when stopCh is closed and everything has drained.
func Run(o *options.ServerOptions, stopCh <-chan struct{}) error {
	cfg := &desk.Config{BindAddress: o.BindAddress, ShutdownTimeout: o.ShutdownTimeout}
	server, err := cfg.Complete().New()
	if err != nil {
		return err
	}
	return server.PrepareRun().Run(stopCh)
}
