// Package more stops what it closes in another function, or may.
package more

import (
	"os"
	"os/signal"
	"syscall"
)

type app struct {
	signals chan os.Signal
	done    chan struct{}
}

func (a *app) run() {
	signal.Notify(a.signals, syscall.SIGTERM)
	<-a.signals
	<-a.done
	a.close()
}

func (a *app) close() { close(a.signals) }

func (a *app) stop() {
	signal.Stop(a.signals)
	close(a.done)
}

func cleanups() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	var all []func()
	all = append(all, func() { signal.Stop(c) }, func() { close(c) })
	<-c
	for _, f := range all {
		f()
	}
}

func goroutine() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	defer signal.Stop(c)
	go func() {
		<-c
		close(c)
	}()
}

func either(stop bool) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	if stop {
		signal.Stop(c)
	}
	close(c)
}
