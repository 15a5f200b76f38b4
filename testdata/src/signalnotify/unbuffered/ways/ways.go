// Package ways registers channels without a buffer, in each way that is seen.
package ways

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func direct() {
	c := make(chan os.Signal)
	signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-c
}

func zero() {
	c := make(chan os.Signal, 0)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-c
}

const size = 1 - 1

func constant() {
	var c chan os.Signal
	c = make(chan os.Signal, size)
	signal.Notify(c, syscall.SIGHUP) // want `\(signalnotify/unbuffered\)`
	<-c
}

type sink = chan os.Signal

func alias() {
	c := make(sink)
	d := c
	signal.Notify(d, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-c
}

// Fields: set in a literal, assigned, of an embedded struct.

type app struct {
	quit   chan os.Signal
	reload chan os.Signal
	handler
}

type handler struct{ signals chan os.Signal }

func newApp() *app {
	a := &app{quit: make(chan os.Signal)}
	a.reload = make(chan os.Signal)
	a.signals = make(chan os.Signal)
	return a
}

func (a *app) run() {
	signal.Notify(a.quit, syscall.SIGTERM)  // want `\(signalnotify/unbuffered\)`
	signal.Notify(a.reload, syscall.SIGHUP) // want `\(signalnotify/unbuffered\)`
	signal.Notify(a.signals, os.Interrupt)  // want `\(signalnotify/unbuffered\)`
	select {
	case <-a.quit:
	case <-a.reload:
	case <-a.signals:
	}
}

// Parameters, and results.

func parameter() {
	c := make(chan os.Signal)
	register(c)
	<-c
}

func register(c chan<- os.Signal) {
	signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
}

func result() {
	c := newChannel()
	signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-c
}

func newChannel() chan os.Signal { return make(chan os.Signal) }

func generic() {
	c := makeChannel[os.Signal]()
	signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-c
}

func makeChannel[T any]() chan T { return make(chan T) }

// Closures, a method value, defer, go.

func closures() {
	c := make(chan os.Signal)
	notify := func() { signal.Notify(c, syscall.SIGTERM) } // want `\(signalnotify/unbuffered\)`
	notify()
	<-c

	var once sync.Once
	d := make(chan os.Signal)
	once.Do(func() { signal.Notify(d, syscall.SIGTERM) }) // want `\(signalnotify/unbuffered\)`
	go func() {
		for range d {
		}
	}()

	e := make(chan os.Signal)
	go signal.Notify(e, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-e
}

// A slice, a map, a package variable of another file.

func containers() {
	channels := []chan os.Signal{make(chan os.Signal), make(chan os.Signal)}
	for _, c := range channels {
		signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	}
	<-channels[0]
	<-channels[1]

	byName := map[string]chan os.Signal{"quit": make(chan os.Signal)}
	signal.Notify(byName["quit"], syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-byName["quit"]

	signal.Notify(quit, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	<-quit
}

func waits(ctx context.Context) {
	c := make(chan os.Signal)
	signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/unbuffered\)`
	select {
	case <-c:
	case <-ctx.Done():
	}
}
