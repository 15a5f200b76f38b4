// Package daemon takes a process from its terminal.
package daemon

import (
	"os/signal"
	"syscall"
)

// Detach makes the process outlive its terminal.
func Detach() { signal.Ignore(syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM) }
