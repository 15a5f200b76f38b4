// Package amqp is a stub of the library.
package amqp

import (
	"crypto/tls"
	"io"
)

type Channel struct{}

func (ch *Channel) Close() error { return nil }

type Config struct{}

type Connection struct{}

func (c *Connection) Close() error { return nil }

func Dial(url string) (*Connection, error)                             { return nil, nil }
func DialConfig(url string, config Config) (*Connection, error)        { return nil, nil }
func DialTLS(url string, amqps *tls.Config) (*Connection, error)       { return nil, nil }
func Open(conn io.ReadWriteCloser, config Config) (*Connection, error) { return nil, nil }
