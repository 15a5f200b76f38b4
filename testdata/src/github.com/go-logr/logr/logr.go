// Package logr is a stub of the library.
package logr

import "context"

type LogSink interface {
	Info(level int, msg string, keysAndValues ...any)
	Error(err error, msg string, keysAndValues ...any)
}

type Logger struct{ sink LogSink }

func New(sink LogSink) Logger { return Logger{} }

func (l Logger) Info(msg string, keysAndValues ...any)             {}
func (l Logger) Error(err error, msg string, keysAndValues ...any) {}
func (l Logger) WithName(name string) Logger                       { return l }

func FromContextOrDiscard(ctx context.Context) Logger { return Logger{} }

func NewContext(ctx context.Context, logger Logger) context.Context { return nil }
