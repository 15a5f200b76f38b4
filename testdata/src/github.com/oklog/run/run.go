// Package run is a stub of the library.
package run

import (
	"context"
	"errors"
	"os"
)

type Group struct{}

func (g *Group) Add(execute func() error, interrupt func(error)) {}
func (g *Group) Run() error                                      { return nil }

func SignalHandler(ctx context.Context, signals ...os.Signal) (execute func() error, interrupt func(error)) {
	return nil, nil
}

var ErrSignal = errors.New("signal error")

type SignalError struct {
	Signal os.Signal
}

func (e *SignalError) Error() string { return "" }
