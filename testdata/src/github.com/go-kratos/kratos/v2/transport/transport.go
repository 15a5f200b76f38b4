// Package transport is a stub of the library.
package transport

import (
	"context"
)

type Server interface {
	Start(context.Context) error
	Stop(context.Context) error
}
