// Package zerolog is a stub of the library.
package zerolog

import (
	"io"
)

type Event struct{}

func (e *Event) Err(err error) *Event         { return nil }
func (e *Event) Msg(msg string)               {}
func (e *Event) Msgf(format string, v ...any) {}
func (e *Event) Send()                        {}
func (e *Event) Str(key, val string) *Event   { return nil }

type Logger struct{}

func (l *Logger) Error() *Event { return nil }
func (l *Logger) Fatal() *Event { return nil }
func (l *Logger) Info() *Event  { return nil }

func New(w io.Writer) Logger { return Logger{} }

func (e *Event) Int(key string, i int) *Event { return nil }

type Context struct{}

func (c Context) Logger() Logger     { return Logger{} }
func (c Context) Timestamp() Context { return Context{} }

func (l Logger) With() Context { return Context{} }
