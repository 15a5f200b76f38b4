// Package log is a stub of the library.
package log

import (
	"context"

	"github.com/go-logr/logr"
)

var Log logr.Logger

func FromContext(ctx context.Context, keysAndValues ...any) logr.Logger { return logr.Logger{} }
func SetLogger(l logr.Logger)                                           {}

func IntoContext(ctx context.Context, log logr.Logger) context.Context { return nil }
