// Package library registers channels that are received from, or may be; and signals that are meant to be swallowed.
package library

import (
	"context"
	"os"
	"os/signal"
	"reflect"
	"syscall"

	"example.com/lifecycle"
)

func received() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
}

func ranged(f func(os.Signal)) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	for sig := range c {
		f(sig)
	}
}

func selected(ctx context.Context) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	select {
	case <-c:
	case <-ctx.Done():
	}
}

func goroutine(cancel func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		<-c
		cancel()
	}()
}

func handedOn() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	wait(c)
}

func wait[T any](c <-chan T) T { return <-c }

// What asks by reflection.
func reflected() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)}})
}

// What others may receive from.

func Returned() <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	return c
}

var Quit = make(chan os.Signal, 1)

type App struct{ Signals chan os.Signal }

func (a *App) Register() {
	signal.Notify(Quit, syscall.SIGTERM)
	signal.Notify(a.Signals, syscall.SIGTERM)
}

func Given(c chan<- os.Signal) { signal.Notify(c, syscall.SIGTERM) }

func kept() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	lifecycle.Keep(c)
}

// Since they are registered, these do not end the process. That is all that is wanted.
func swallowed() {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP, syscall.SIGUSR1)
}
