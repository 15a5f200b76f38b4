// Package manager is a stub of the library.
package manager

import (
	"context"
	"time"

	"k8s.io/client-go/rest"
)

type Manager interface {
	Add(Runnable) error
	Start(ctx context.Context) error
}

type Options struct {
	GracefulShutdownTimeout *time.Duration
}

type Runnable interface {
	Start(context.Context) error
}

type RunnableFunc func(context.Context) error

func (r RunnableFunc) Start(ctx context.Context) error { return nil }

func New(config *rest.Config, options Options) (Manager, error) { return nil, nil }
