// Package log is a stub of the library.
package log

type Helper struct{}

func (h *Helper) Fatal(a ...any)                 {}
func (h *Helper) Fatalf(format string, a ...any) {}
func (h *Helper) Fatalw(keyvals ...any)          {}

type Level int8

type Logger interface {
	Log(level Level, keyvals ...any) error
}

type Option func(*Helper)

func Fatal(a ...any)                                  {}
func Fatalf(format string, a ...any)                  {}
func Fatalw(keyvals ...any)                           {}
func NewHelper(logger Logger, opts ...Option) *Helper { return nil }
