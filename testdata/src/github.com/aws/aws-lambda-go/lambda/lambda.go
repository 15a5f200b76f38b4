// Package lambda is a stub of the library.
package lambda

import (
	"context"
)

func Start(handler any) {}

type Handler interface {
	Invoke(ctx context.Context, payload []byte) ([]byte, error)
}

type Option func(*handlerOptions)

type handlerOptions struct{}

func StartHandler(handler Handler)                    {}
func StartWithOptions(handler any, options ...Option) {}
func WithEnableSIGTERM(callbacks ...func()) Option    { return nil }
