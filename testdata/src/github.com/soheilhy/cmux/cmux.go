// Package cmux is a stub of the library.
package cmux

import (
	"io"
	"net"
	"time"
)

type CMux interface {
	Match(...Matcher) net.Listener
	MatchWithWriters(...MatchWriter) net.Listener
	Serve() error
	Close()
	HandleError(ErrorHandler)
	SetReadTimeout(time.Duration)
}

type ErrorHandler func(error) bool

type MatchWriter func(io.Writer, io.Reader) bool

type Matcher func(io.Reader) bool

func Any() Matcher                                { return nil }
func HTTP1Fast(extMethods ...string) Matcher      { return nil }
func HTTP2HeaderField(name, value string) Matcher { return nil }
func New(l net.Listener) CMux                     { return nil }

func HTTP2MatchHeaderFieldSendSettings(name, value string) MatchWriter { return nil }
