// Package zap is a stub of the library.
package zap

import (
	"fmt"

	"go.uber.org/zap/zapcore"
)

type Field = zapcore.Field

type Logger struct{}

func (log *Logger) Error(msg string, fields ...Field) {}
func (log *Logger) Fatal(msg string, fields ...Field) {}
func (log *Logger) Info(msg string, fields ...Field)  {}
func (log *Logger) Sugar() *SugaredLogger             { return nil }
func (log *Logger) Sync() error                       { return nil }

type Option interface {
	apply(*Logger)
}

type SugaredLogger struct{}

func (s *SugaredLogger) Errorf(template string, args ...any)     {}
func (s *SugaredLogger) Errorw(msg string, keysAndValues ...any) {}
func (s *SugaredLogger) Fatal(args ...any)                       {}
func (s *SugaredLogger) Fatalf(template string, args ...any)     {}
func (s *SugaredLogger) Fatalln(args ...any)                     {}
func (s *SugaredLogger) Fatalw(msg string, keysAndValues ...any) {}
func (s *SugaredLogger) Infof(template string, args ...any)      {}
func (s *SugaredLogger) Infow(msg string, keysAndValues ...any)  {}

func Error(err error) Field                             { return *new(Field) }
func Must(logger *Logger, err error) *Logger            { return nil }
func NewDevelopment(options ...Option) (*Logger, error) { return nil, nil }
func NewNop() *Logger                                   { return nil }
func NewProduction(options ...Option) (*Logger, error)  { return nil, nil }
func String(key string, val string) Field               { return *new(Field) }

func (log *Logger) Named(s string) *Logger { return nil }

func Int(key string, val int) Field               { return *new(Field) }
func NewExample(options ...Option) *Logger        { return nil }
func Stringer(key string, val fmt.Stringer) Field { return *new(Field) }
