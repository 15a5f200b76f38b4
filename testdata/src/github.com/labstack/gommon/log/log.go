// Package log is a stub of the library.
package log

type JSON map[string]any

type Logger struct{}

func (l *Logger) Fatal(i ...any)                    {}
func (l *Logger) Fatalf(format string, args ...any) {}
func (l *Logger) Fatalj(j JSON)                     {}

func Fatal(i ...any)                    {}
func Fatalf(format string, args ...any) {}
func Fatalj(j JSON)                     {}
func New(prefix string) (l *Logger)     { return nil }
