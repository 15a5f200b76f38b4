// Package silent registers channels with a buffer, or with one that cannot be told.
package silent

import (
	"os"
	"os/signal"
	"syscall"
)

func one() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
}

const size = 2

func constant() {
	c := make(chan os.Signal, size)
	signal.Notify(c, syscall.SIGTERM)
	<-c
}

func variable(size int) {
	c := make(chan os.Signal, size)
	signal.Notify(c, syscall.SIGTERM)
	<-c
}

// Nobody is to receive it: since the signal is registered, it does not end the process.
func ignoreIdiom() {
	signal.Notify(make(chan os.Signal), syscall.SIGPIPE)
}

// Exported: the callers, who make the channel, are not in sight.
func Register(c chan os.Signal) {
	signal.Notify(c, syscall.SIGTERM)
}

func assignedAnew() {
	c := make(chan os.Signal)
	c = make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
}

// The channel without a buffer is another one: it passes on what the first has kept.
func passedOn() <-chan os.Signal {
	c, out := make(chan os.Signal, 1), make(chan os.Signal)
	signal.Notify(c, syscall.SIGTERM)
	go func() { out <- <-c }()
	return out
}

type app struct {
	quit chan os.Signal
	done chan os.Signal
}

func (a *app) run() {
	a.quit, a.done = make(chan os.Signal, 1), make(chan os.Signal)
	signal.Notify(a.quit, syscall.SIGTERM)
	go func() { a.done <- <-a.quit }()
	<-a.done
}

func stopped() {
	c := make(chan os.Signal)
	signal.Stop(c)
}
