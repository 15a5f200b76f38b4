// The command lies in a package of its own.
package main

import (
	"context"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"serverclose/not-awaited/silent-command-line/helper/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	root := &cobra.Command{Use: "shop"}
	root.PersistentFlags().String("config", "", "a file")
	root.AddCommand(server.NewCommand())
	if err := root.ExecuteContext(ctx); err != nil {
		panic(err)
	}
}
