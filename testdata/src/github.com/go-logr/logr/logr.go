// Package logr is a stub of the library.
package logr

type LogSink interface {
	Info(level int, msg string, keysAndValues ...any)
	Error(err error, msg string, keysAndValues ...any)
}

type Logger struct{ sink LogSink }

func New(sink LogSink) Logger { return Logger{} }

func (l Logger) Info(msg string, keysAndValues ...any)             {}
func (l Logger) Error(err error, msg string, keysAndValues ...any) {}
func (l Logger) WithName(name string) Logger                       { return l }
