// Package lifecycle stops what a program has started.
package lifecycle

import (
	"context"
	"log"
)

// Stops are called in the order in which they were added, from the last to the first.
type Stops struct {
	stops []func(context.Context) error
}

func (s *Stops) Add(stop func(context.Context) error) { s.stops = append(s.stops, stop) }

func (s *Stops) Call(ctx context.Context) {
	for i := len(s.stops) - 1; i >= 0; i-- {
		if err := s.stops[i](ctx); err != nil {
			log.Print(err)
		}
	}
}

// A Component is a part of a program.
type Component interface {
	Serve()
	Stop(ctx context.Context) error
}

type Group []Component

// Start returns at once.
func (g Group) Start() {
	for _, c := range g {
		go c.Serve()
	}
}

func (g Group) Stop(ctx context.Context) {
	for _, c := range g {
		if err := c.Stop(ctx); err != nil {
			log.Print(err)
		}
	}
}

// Shutdown stops whatever has the method.
func Shutdown(ctx context.Context, v interface {
	Shutdown(context.Context) error
}) {
	if err := v.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
