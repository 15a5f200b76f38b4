// Package nats is a stub of the library.
package nats

import "time"

type Options struct{}

type Option func(*Options) error

type ConnHandler func(*Conn)

func ClosedHandler(cb ConnHandler) Option { return nil }
func DrainTimeout(t time.Duration) Option { return nil }
func Name(name string) Option             { return nil }

type Msg struct {
	Subject string
	Reply   string
	Data    []byte
}

func (m *Msg) Respond(data []byte) error { return nil }

type MsgHandler func(msg *Msg)

type Conn struct{}

func Connect(url string, options ...Option) (*Conn, error) { return nil, nil }

func (nc *Conn) Close()                                 {}
func (nc *Conn) Drain() error                           { return nil }
func (nc *Conn) IsClosed() bool                         { return false }
func (nc *Conn) IsConnected() bool                      { return false }
func (nc *Conn) Publish(subj string, data []byte) error { return nil }
func (nc *Conn) Subscribe(subj string, cb MsgHandler) (*Subscription, error) {
	return nil, nil
}
func (nc *Conn) QueueSubscribe(subj, queue string, cb MsgHandler) (*Subscription, error) {
	return nil, nil
}

type Subscription struct{}

func (s *Subscription) Drain() error       { return nil }
func (s *Subscription) Unsubscribe() error { return nil }
