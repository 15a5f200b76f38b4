// Package log is a stub of the library.
package log

import (
	"context"
)

type LoggerProvider struct{}

func (p *LoggerProvider) ForceFlush(ctx context.Context) error { return nil }
func (p *LoggerProvider) Shutdown(ctx context.Context) error   { return nil }

type LoggerProviderOption interface {
	apply(providerConfig) providerConfig
}

type providerConfig struct{}

func NewLoggerProvider(opts ...LoggerProviderOption) *LoggerProvider { return nil }
