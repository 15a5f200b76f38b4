// Package signals waits for what the process is sent.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

// Wait returns when the process is asked to stop.
func Wait() os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGPIPE)
	return <-c
}
