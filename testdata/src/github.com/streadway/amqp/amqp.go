// Package amqp is a stub of the library.
package amqp

import (
	"crypto/tls"
	"io"
)

type Channel struct{}

func (ch *Channel) Cancel(consumer string, noWait bool) error { return nil }
func (ch *Channel) Close() error                              { return nil }
func (ch *Channel) Consume(queue, consumer string, autoAck, exclusive, noLocal, noWait bool, args Table) (<-chan Delivery, error) {
	return nil, nil
}

type Config struct{}

type Connection struct{}

func (c *Connection) Channel() (*Channel, error) { return nil, nil }
func (c *Connection) Close() error               { return nil }

type Delivery struct {
	CorrelationId string
	Body          []byte
}

func (d Delivery) Ack(multiple bool) error { return nil }

type Table map[string]any

func Dial(url string) (*Connection, error)                             { return nil, nil }
func DialConfig(url string, config Config) (*Connection, error)        { return nil, nil }
func DialTLS(url string, amqps *tls.Config) (*Connection, error)       { return nil, nil }
func Open(conn io.ReadWriteCloser, config Config) (*Connection, error) { return nil, nil }
