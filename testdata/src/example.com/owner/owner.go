// Package owner stands for a framework or a company library that may catch SIGTERM, and stop what it is given.
package owner

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Wait returns when the process is asked to stop.
func Wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
}

// OnStop keeps a function to be called at the end.
func OnStop(name string, stop func(ctx context.Context)) {}
