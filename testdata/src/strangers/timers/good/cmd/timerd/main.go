package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"strangers/timers/good/internal/daemon"
)

func main() {
	d := daemon.Defaults()
	root := cobra.Command{
		Use: "timerd",
		RunE: func(cmd *cobra.Command, args []string) error {
			cmd.SilenceUsage = true
			return d.Run()
		},
	}
	root.Flags().StringVar(&d.APIAddr, "api", d.APIAddr, "api address")
	if err := root.Execute(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n", err)
		os.Exit(1)
	}
}
