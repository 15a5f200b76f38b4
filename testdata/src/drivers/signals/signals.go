// Package signals is what the programs of a company share: how they wait for their end. A mistake here is one of each
// program that calls it.
package signals

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Wait returns when the program is to stop.
func Wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
}

// Context is done when the program is to stop.
func Context() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

// WaitForCtrlC returns when somebody presses Ctrl-C.
func WaitForCtrlC() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
}

// Exit ends the program at the first signal.
func Exit() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-c
		os.Exit(0)
	}()
}

// IgnoreTerm makes SIGTERM do nothing.
func IgnoreTerm() {
	signal.Ignore(syscall.SIGTERM)
}

// Ende wartet auf das Ende; os.Kill steht in einer Zeile mit Umlauten.
func Ende() {
	abwärts := make(chan os.Signal, 1)
	signal.Notify(abwärts, os.Interrupt, syscall.SIGTERM, os.Kill) // want `\(signalnotify/uncatchable\)`
	<-abwärts
}
