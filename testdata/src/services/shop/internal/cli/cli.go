// Package cli holds the commands of shop.
package cli

import (
	"github.com/spf13/cobra"
	"services/shop/internal/server"
	"services/shop/internal/store"
)

// New returns the root command.
func New() *cobra.Command {
	root := &cobra.Command{Use: "shop", SilenceUsage: true, SilenceErrors: true}
	root.AddCommand(newServe(), newMigrate())
	return root
}

func newServe() *cobra.Command {
	var addr, dsn string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the shop",
		RunE: func(cmd *cobra.Command, _ []string) error {
			items, err := store.Open(dsn)
			if err != nil {
				return err
			}
			defer items.Close()
			return server.New(addr, items).Run(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&addr, "addr", ":8080", "address to listen on")
	cmd.Flags().StringVar(&dsn, "dsn", "", "database to connect to")
	return cmd
}

func newMigrate() *cobra.Command {
	var dsn string
	cmd := &cobra.Command{
		Use:   "migrate",
		Short: "Bring the database up to date",
		RunE: func(cmd *cobra.Command, _ []string) error {
			items, err := store.Open(dsn)
			if err != nil {
				return err
			}
			defer items.Close()
			return items.Migrate(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&dsn, "dsn", "", "database to connect to")
	return cmd
}
