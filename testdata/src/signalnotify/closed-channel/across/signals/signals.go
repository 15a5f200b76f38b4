// Package signals registers for what asks the process to stop.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

// Register returns a channel of the signals.
func Register() chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	return c
}
