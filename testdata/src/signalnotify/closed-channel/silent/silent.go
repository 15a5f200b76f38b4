// Package silent closes channels that no signal is sent to any more, or ever was.
package silent

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func stopped() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	signal.Stop(c)
	close(c)
}

// Deferred calls run last first: Stop comes before the close.
func deferred() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	defer close(c)
	defer signal.Stop(c)
	<-c
}

func deferredTogether() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	defer func() {
		signal.Stop(c)
		close(c)
	}()
	<-c
}

// Reset takes the signal from every channel.
func reset() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	signal.Reset()
	close(c)
}

// Another channel, closed when the signal has come.
func another() {
	c, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		<-c
		close(done)
	}()
	<-done
}

// A channel that this program alone sends signals to.
func own() {
	c := make(chan os.Signal, 1)
	c <- syscall.SIGTERM
	close(c)
}

type app struct {
	signals chan os.Signal
	once    sync.Once
}

func (a *app) listen() {
	a.signals = make(chan os.Signal, 1)
	signal.Notify(a.signals, syscall.SIGTERM)
	for range a.signals {
		a.stop()
	}
}

func (a *app) stop() {
	a.once.Do(func() {
		signal.Stop(a.signals)
		close(a.signals)
	})
}

func handle(f func()) (stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		for range c {
			f()
		}
	}()
	return func() {
		signal.Stop(c)
		close(c)
	}
}

// The helper stops what it closes.
func helper() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	end(c)
}

func end(c chan os.Signal) {
	signal.Stop(c)
	close(c)
}
