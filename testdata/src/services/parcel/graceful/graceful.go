// Package graceful is how the programs of the company end.
package graceful

import (
	"context"
	"errors"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var signals = []os.Signal{os.Interrupt, syscall.SIGTERM}

// Wait waits until the program is asked to end, and calls the functions one after the other. All of them together
// have the time that limit gives.
func Wait(limit time.Duration, stops ...func(context.Context) error) error {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, signals...)
	log.Printf("%v: stopping", <-asked)
	signal.Stop(asked) // a second one ends the program at once

	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var errs []error
	for _, stop := range stops {
		errs = append(errs, stop(ctx))
	}
	return errors.Join(errs...)
}
