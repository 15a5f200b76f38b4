// Package log is a stub of the library.
package log

import (
	"io"
)

type Logger struct{}

func (l *Logger) Fatal(msg any, keyvals ...any)     {}
func (l *Logger) Fatalf(format string, args ...any) {}

func Error(msg any, keyvals ...any)     {}
func Fatal(msg any, keyvals ...any)     {}
func Fatalf(format string, args ...any) {}
func Info(msg any, keyvals ...any)      {}
func New(w io.Writer) *Logger           { return nil }
