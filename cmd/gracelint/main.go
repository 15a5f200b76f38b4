// Command gracelint reads a repository and says what will make its services drop work when Kubernetes stops them.
//
// It has three faces. To go vet, which runs it with -V=full, -flags or a .cfg file, it is an analysis tool for one
// package; to everybody else it is the command, which runs itself through go vet for the Go code.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if isVetUnit(os.Args[1:]) {
		vetUnit(os.Args)
		return
	}
	os.Exit(run(untilSignal(), os.Args[1:], os.Stdout, os.Stderr))
}

// An interruption is the signal that ended a run.
type interruption struct{ syscall.Signal }

func (i interruption) Error() string { return i.Signal.String() + " signal received" }

// status is the exit status with which shells report a program that the signal ended.
func (i interruption) status() int { return 128 + int(i.Signal) }

// untilSignal returns a context that SIGINT or SIGTERM ends, with an [interruption] as its cause. The process ends within
// a second of it whatever it is about, such as printing to a pipe that nobody reads, and at once by a second signal.
func untilSignal() context.Context {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		by := interruption{(<-signals).(syscall.Signal)}
		signal.Stop(signals)
		cancel(by)
		time.Sleep(950 * time.Millisecond)
		fmt.Fprintf(os.Stderr, "gracelint: %v\n", by)
		os.Exit(by.status())
	}()
	return ctx
}
