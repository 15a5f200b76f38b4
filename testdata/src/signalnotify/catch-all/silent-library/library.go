// Package library hands every signal to its caller, who decides.
package library

import (
	"os"
	"os/signal"
)

// Signals returns a channel of what the process is sent.
func Signals() <-chan os.Signal {
	c := make(chan os.Signal, 16)
	signal.Notify(c)
	return c
}
