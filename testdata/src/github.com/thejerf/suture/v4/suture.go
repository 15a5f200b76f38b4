// Package suture is a stub of the library.
package suture

import (
	"context"
	"time"
)

type Service interface {
	Serve(ctx context.Context) error
}

type Event interface {
	String() string
}

type EventHook func(Event)

type Spec struct {
	EventHook EventHook
	Timeout   time.Duration
}

type ServiceToken struct{}

type Supervisor struct{}

func New(name string, spec Spec) *Supervisor { return nil }
func NewSimple(name string) *Supervisor      { return nil }

func (s *Supervisor) Add(service Service) ServiceToken                 { return ServiceToken{} }
func (s *Supervisor) Serve(ctx context.Context) error                  { return nil }
func (s *Supervisor) ServeBackground(ctx context.Context) <-chan error { return nil }
