// Package commands is a command line, whose commands are packages of their own.
package commands

import (
	"os"

	"github.com/spf13/cobra"
)

// Root is what commands add themselves to.
var Root = &cobra.Command{Use: "app"}

// Execute runs the command that the arguments name.
func Execute() {
	if err := Root.Execute(); err != nil {
		os.Exit(1)
	}
}
