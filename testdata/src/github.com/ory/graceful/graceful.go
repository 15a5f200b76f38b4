// Package graceful is a stub of the library.
package graceful

import (
	"context"
	"net/http"
	"time"
)

var DefaultShutdownTimeout = 5 * time.Second

type ShutdownFunc func(context.Context) error

type StartFunc func() error

func Graceful(start StartFunc, shutdown ShutdownFunc) error { return nil }
func WithDefaults(srv *http.Server) *http.Server            { return nil }
