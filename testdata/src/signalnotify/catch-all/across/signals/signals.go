// Package signals waits for what the process is sent.
package signals

import (
	"os"
	"os/signal"
)

// Wait returns when a signal comes.
func Wait() os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c)
	return <-c
}
