// Package signals handles what the process is sent.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

// OnHangup calls f for each SIGHUP.
func OnHangup(f func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP)
	go func() {
		for range c {
			f()
		}
	}()
}

// Wait returns when the process is asked to stop. Only the program of another case calls it.
func Wait() os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	return <-c
}
