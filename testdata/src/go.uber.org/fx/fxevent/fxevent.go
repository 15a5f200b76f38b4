// Package fxevent is a stub of the library.
package fxevent

import "go.uber.org/zap"

type Event interface{ event() }

type Logger interface {
	LogEvent(Event)
}

type ZapLogger struct {
	Logger *zap.Logger
}

func (l *ZapLogger) LogEvent(event Event) {}
