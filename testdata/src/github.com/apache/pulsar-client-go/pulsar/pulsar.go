// Package pulsar is a stub of the library.
package pulsar

import (
	"context"
)

type Client interface {
	CreateProducer(ProducerOptions) (Producer, error)
	Close()
}

type ClientOptions struct {
	URL string
}

type Producer interface {
	Flush() error
	FlushWithCtx(ctx context.Context) error
	Close()
}

type ProducerOptions struct {
	Topic string
}

func NewClient(options ClientOptions) (Client, error) { return nil, nil }
