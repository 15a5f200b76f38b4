// Package client is a stub of the library.
package client

import (
	"go.temporal.io/sdk/internal"
)

type Client interface {
	Close()
}

type Options = internal.ClientOptions

func Dial(options Options) (Client, error) { return nil, nil }
