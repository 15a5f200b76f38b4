// Package amqp091 is a stub of the library.
package amqp091

import (
	"context"
	"crypto/tls"
	"io"
	"time"
)

type Error struct {
	Code   int
	Reason string
}

func (e Error) Error() string { return e.Reason }

type Table map[string]any

type Delivery struct {
	MessageId  string
	RoutingKey string
	Body       []byte
}

func (d Delivery) Ack(multiple bool) error           { return nil }
func (d Delivery) Nack(multiple, requeue bool) error { return nil }

type Connection struct{}

func Dial(url string) (*Connection, error) { return nil, nil }

func (c *Connection) Channel() (*Channel, error) { return nil, nil }
func (c *Connection) Close() error               { return nil }
func (c *Connection) NotifyClose(receiver chan *Error) chan *Error {
	return nil
}

type Channel struct{}

func (ch *Channel) Cancel(consumer string, noWait bool) error { return nil }
func (ch *Channel) Close() error                              { return nil }
func (ch *Channel) Consume(queue, consumer string, autoAck, exclusive, noLocal, noWait bool, args Table) (<-chan Delivery, error) {
	return nil, nil
}
func (ch *Channel) ConsumeWithContext(ctx context.Context, queue, consumer string, autoAck, exclusive, noLocal, noWait bool, args Table) (<-chan Delivery, error) {
	return nil, nil
}
func (ch *Channel) NotifyClose(c chan *Error) chan *Error                  { return nil }
func (ch *Channel) Qos(prefetchCount, prefetchSize int, global bool) error { return nil }

type Config struct{}

func DialConfig(url string, config Config) (*Connection, error)               { return nil, nil }
func DialTLS(url string, amqps *tls.Config) (*Connection, error)              { return nil, nil }
func DialTLS_ExternalAuth(url string, amqps *tls.Config) (*Connection, error) { return nil, nil }
func Open(conn io.ReadWriteCloser, config Config) (*Connection, error)        { return nil, nil }
func (c *Connection) CloseDeadline(deadline time.Time) error                  { return nil }
