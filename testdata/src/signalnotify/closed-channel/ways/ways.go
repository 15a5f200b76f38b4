// Package ways closes channels that signals are still sent to, in each way that is seen.
package ways

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func received() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	close(c) // want `\(signalnotify/closed-channel\)`
}

// The function returns, and the program begins to drain.
func deferred() os.Signal {
	c := make(chan os.Signal, 1)
	defer close(c) // want `\(signalnotify/closed-channel\)`
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	return <-c
}

// Deferred calls run last first: the channel is closed before Stop.
func deferredFirst() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(c)
	defer close(c) // want `\(signalnotify/closed-channel\)`
	<-c
}

func stoppedTooLate() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	close(c) // want `\(signalnotify/closed-channel\)`
	signal.Stop(c)
}

// Stop is called with another channel.
func anotherStopped() {
	c, d := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	signal.Notify(d, syscall.SIGHUP)
	<-c
	signal.Stop(d)
	close(d)
	close(c) // want `\(signalnotify/closed-channel\)`
}

func goroutine(cancel context.CancelFunc) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		defer close(c) // want `\(signalnotify/closed-channel\)`
		<-c
		cancel()
	}()
}

// A channel that waits for a signal and is closed to say that it has come.
func loop(work chan int) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	for {
		select {
		case <-quit:
			close(quit) // want `\(signalnotify/closed-channel\)`
			return
		case <-work:
		}
	}
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
	a.once.Do(func() { close(a.signals) }) // want `\(signalnotify/closed-channel\)`
}

// The stop function that is returned ends the goroutine by closing its channel.
func handle(f func()) (stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		for range c {
			f()
		}
	}()
	return func() { close(c) } // want `\(signalnotify/closed-channel\)`
}

func helper() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	closeIt(c)
}

func closeIt[T any](c chan T) {
	close(c) // want `\(signalnotify/closed-channel\)`
}

func several() {
	channels := []chan os.Signal{make(chan os.Signal, 1), make(chan os.Signal, 1)}
	for _, c := range channels {
		signal.Notify(c, syscall.SIGTERM)
	}
	<-channels[0]
	for _, c := range channels {
		close(c) // want `\(signalnotify/closed-channel\)`
	}
}

func other() {
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	end()
}
