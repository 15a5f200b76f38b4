// Package signals waits for what the process is sent.
package signals

import (
	"os"
	"os/signal"
)

// Wait returns when the user presses Ctrl-C.
func Wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
}
