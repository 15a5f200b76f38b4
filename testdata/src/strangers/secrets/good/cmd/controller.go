package cmd

import (
	"context"
	"fmt"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/manager"

	"strangers/secrets/good/rotate"
)

type controllerOptions struct {
	interval time.Duration
	drain    time.Duration
	api      string
}

// New returns the secrets command.
func New() *cobra.Command {
	root := &cobra.Command{Use: "secrets", SilenceErrors: true, SilenceUsage: true}
	root.AddCommand(newControllerCmd())
	return root
}

func newControllerCmd() *cobra.Command {
	o := &controllerOptions{interval: time.Hour, drain: 25 * time.Second, api: ":8443"}
	c := &cobra.Command{
		Use:   "controller",
		Short: "Rotates secrets",
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGINT, syscall.SIGTERM)
			defer stop()
			return o.run(ctx)
		},
	}
	c.Flags().DurationVar(&o.interval, "interval", o.interval, "how often")
	c.Flags().DurationVar(&o.drain, "drain", o.drain, "how long requests may take at the end")
	return c
}

func (o *controllerOptions) run(ctx context.Context) error {
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), manager.Options{
		GracefulShutdownTimeout: &o.drain,
	})
	if err != nil {
		return fmt.Errorf("manager: %w", err)
	}
	r := rotate.New(mgr.GetClient())
	if err := mgr.Add(manager.RunnableFunc(r.Every(o.interval))); err != nil {
		return err
	}
	if err := mgr.Add(manager.RunnableFunc(r.Serve(o.api))); err != nil {
		return err
	}

	return mgr.Start(ctx)
}
