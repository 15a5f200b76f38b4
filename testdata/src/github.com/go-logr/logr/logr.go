// Package logr is a stub of the library.
package logr

import "context"

type Logger struct{}

func (l Logger) Error(err error, msg string, keysAndValues ...any) {}
func (l Logger) Info(msg string, keysAndValues ...any)             {}
func (l Logger) WithName(name string) Logger                       { return Logger{} }

func FromContextOrDiscard(ctx context.Context) Logger { return Logger{} }

func NewContext(ctx context.Context, logger Logger) context.Context { return nil }
