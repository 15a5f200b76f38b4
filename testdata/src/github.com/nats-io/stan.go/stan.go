// Package stan is a stub of the library.
package stan

type Msg struct{ Data []byte }

type MsgHandler func(msg *Msg)

type Option func() error

type SubscriptionOption func() error

type Subscription interface {
	Unsubscribe() error
	Close() error
}

type Conn interface {
	Publish(subject string, data []byte) error
	Subscribe(subject string, cb MsgHandler, opts ...SubscriptionOption) (Subscription, error)
	QueueSubscribe(subject, qgroup string, cb MsgHandler, opts ...SubscriptionOption) (Subscription, error)
	Close() error
}

func Connect(stanClusterID, clientID string, options ...Option) (Conn, error) { return nil, nil }
