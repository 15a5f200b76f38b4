// Package serve is a command.
package serve

import (
	"github.com/spf13/cobra"

	"drivers/app"
	"drivers/commands"
	"drivers/signals"
)

var command = &cobra.Command{
	Use: "serve",
	RunE: func(*cobra.Command, []string) error {
		a := app.New()
		go a.Run()
		signals.Wait()
		return nil
	},
}

func init() {
	commands.Root.AddCommand(command)
}
