package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"strangers/payments/bad/internal/ledger"
	"strangers/payments/bad/internal/service"
)

// Must executes the command and exits when it fails.
func Must(c *cobra.Command) {
	if err := c.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

// Root returns the whole command tree.
func Root() *cobra.Command {
	root := &cobra.Command{Use: "payments", SilenceUsage: true}
	root.AddCommand(
		with("serve", "serve the API", func(c *ledger.Config) error {
			return service.Run(ledger.NewAPI(*c), service.WithName("payments"), service.WithAddr(c.Addr))
		}),
		with("balance", "print the balance", func(c *ledger.Config) error {
			_, err := fmt.Println(ledger.NewAPI(*c).Balance())
			return err
		}),
	)
	return root
}

// with makes a command of a function that wants a configuration.
func with(use, short string, do func(*ledger.Config) error) *cobra.Command {
	var cfg ledger.Config
	cmd := &cobra.Command{
		Use: use, Short: short,
		RunE: func(*cobra.Command, []string) error { return do(&cfg) },
	}
	cmd.Flags().StringVar(&cfg.Addr, "addr", ":8088", "address")
	cmd.Flags().Int64Var(&cfg.Start, "start", 0, "what is there at the start")
	return cmd
}
