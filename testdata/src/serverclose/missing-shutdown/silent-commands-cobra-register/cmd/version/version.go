package version

import (
	"fmt"

	"github.com/spf13/cobra"

	"serverclose/missing-shutdown/silent-commands-cobra-register/cmd"
)

func init() {
	cmd.Root.AddCommand(&cobra.Command{Use: "version", Run: func(*cobra.Command, []string) { fmt.Println("1.0") }})
}
