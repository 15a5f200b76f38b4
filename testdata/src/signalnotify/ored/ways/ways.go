// Package ways makes one number of several signals, in each way that is seen.
package ways

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/oklog/run"
)

func direct(c chan os.Signal) {
	signal.Notify(c, syscall.SIGINT|syscall.SIGTERM)                 // want `\(signalnotify/ored\)`
	signal.Notify(c, syscall.SIGHUP|syscall.SIGINT, syscall.SIGTERM) // want `\(signalnotify/ored\)`
	signal.Notify(c, (syscall.SIGTERM | syscall.SIGQUIT))            // want `\(signalnotify/ored\)`
	signal.Notify(c, syscall.SIGINT|syscall.SIGTERM|syscall.SIGHUP)  // want `\(signalnotify/ored\)`
	signal.Ignore(syscall.SIGHUP | syscall.SIGUSR1)                  // want `\(signalnotify/ored\)`
}

func notifyContext(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, syscall.SIGINT|syscall.SIGTERM) // want `\(signalnotify/ored\)`
}

const constant = syscall.SIGINT | syscall.SIGTERM // want `\(signalnotify/ored\)`

var variable os.Signal = syscall.SIGUSR1 | syscall.SIGUSR2 // want `\(signalnotify/ored\)`

var list = []os.Signal{
	syscall.SIGHUP,
	syscall.SIGINT | syscall.SIGTERM, // want `\(signalnotify/ored\)`
}

func names(c chan os.Signal) {
	signal.Notify(c, constant)
	signal.Notify(c, variable)
	signal.Notify(c, list...)
	local := syscall.SIGINT | syscall.SIGTERM // want `\(signalnotify/ored\)`
	signal.Notify(c, local)
	grown := append([]os.Signal{os.Interrupt}, syscall.SIGTERM|syscall.SIGQUIT) // want `\(signalnotify/ored\)`
	signal.Notify(c, grown...)
	signal.Notify(c, syscall.Signal(int(syscall.SIGINT)|int(syscall.SIGTERM))) // want `\(signalnotify/ored\)`
	for _, sig := range []os.Signal{syscall.SIGINT | syscall.SIGTERM} {        // want `\(signalnotify/ored\)`
		signal.Notify(c, sig)
	}
	register(c, syscall.SIGINT|syscall.SIGTERM) // want `\(signalnotify/ored\)`
}

func register(c chan os.Signal, signals ...os.Signal) { signal.Notify(c, signals...) }

func actors(g *run.Group) {
	g.Add(run.SignalHandler(context.Background(), syscall.SIGINT|syscall.SIGTERM)) // want `\(signalnotify/ored\)`
}
