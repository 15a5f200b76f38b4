// Package jetstream is a stub of the library.
package jetstream

type ConsumeContext interface {
	Stop()
	Drain()
	Closed() <-chan struct{}
}

type Consumer interface {
	Consume(handler MessageHandler, opts ...PullConsumeOpt) (ConsumeContext, error)
}

type MessageHandler func(msg Msg)

type Msg interface{}

type PullConsumeOpt interface {
	configureConsume(*consumeOpts) error
}

type consumeOpts struct{}
