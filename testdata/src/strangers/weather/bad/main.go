package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"strangers/weather/bad/internal/cli"
)

func main() {
	os.Exit(realMain())
}

func realMain() int {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt) // want `\(signalnotify/missing-sigterm\)`
	defer cancel()

	if err := cli.New().ExecuteContext(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "weather:", err)
		return 1
	}
	return 0
}
