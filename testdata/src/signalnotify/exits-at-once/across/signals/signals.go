// Package signals handles what the process is sent.
package signals

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

// Handle ends the process when it is asked to stop.
func Handle() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		log.Print(<-c)
		os.Exit(0)
	}()
}
