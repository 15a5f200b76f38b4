package cmd

import (
	"serverclose/missing-shutdown/silent-commands-cobra-cmd/web"

	"github.com/spf13/cobra"
)

// serveCmd represents the serve command
var serveCmd = &cobra.Command{
	Use: "serve",
	Run: serve,
}

func init() {
	rootCmd.AddCommand(serveCmd)
}

func serve(cmd *cobra.Command, args []string) {
	cobra.CheckErr(web.New(":8080").Run())
}
