// Package graceful ends the process when it has called what it was given.
package graceful

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

var (
	mu    sync.Mutex
	stops []func()
)

// OnStop keeps f, to be called at the end.
func OnStop(f func()) {
	mu.Lock()
	defer mu.Unlock()
	stops = append(stops, f)
}

func init() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		<-c
		mu.Lock()
		defer mu.Unlock()
		for _, f := range stops {
			f()
		}
		os.Exit(0)
	}()
}
