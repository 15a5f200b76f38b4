// Package cli holds the command line.
package cli

import (
	"time"

	"github.com/spf13/cobra"

	"strangers/weather/bad/internal/httpd"
)

// New builds the root command.
func New() *cobra.Command {
	root := &cobra.Command{
		Use:           "weather",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(serve(), version())
	return root
}

func serve() *cobra.Command {
	var (
		listen string
		grace  time.Duration
	)
	c := &cobra.Command{
		Use:  "serve",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return httpd.Serve(cmd.Context(), listen, grace)
		},
	}
	c.Flags().StringVarP(&listen, "listen", "l", ":8000", "host:port")
	c.Flags().DurationVar(&grace, "grace", 15*time.Second, "time for open requests")
	return c
}

func version() *cobra.Command {
	return &cobra.Command{
		Use: "version",
		Run: func(cmd *cobra.Command, _ []string) { cmd.Println("weather 1.4") },
	}
}
