// Package signals registers for what asks the process to stop.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

// Register makes c receive the signals.
func Register(c chan<- os.Signal) { signal.Notify(c, os.Interrupt, syscall.SIGTERM) }
