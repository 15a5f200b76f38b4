// Command shop sells things: cobra for the command line, an errgroup for what runs.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"services/shop/internal/cli"
)

func main() {
	os.Exit(run())
}

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	if err := cli.New().ExecuteContext(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "shop:", err)
		return 1
	}
	return 0
}
