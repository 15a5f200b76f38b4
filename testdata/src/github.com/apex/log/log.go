// Package log is a stub of the library.
package log

type Entry struct{}

func (e *Entry) Fatal(msg string)            {}
func (e *Entry) Fatalf(msg string, v ...any) {}

type Logger struct{}

func (l *Logger) Fatal(msg string)            {}
func (l *Logger) Fatalf(msg string, v ...any) {}

func Error(msg string)            {}
func Fatal(msg string)            {}
func Fatalf(msg string, v ...any) {}
func Info(msg string)             {}
func NewEntry(log *Logger) *Entry { return nil }
func WithError(err error) *Entry  { return nil }
