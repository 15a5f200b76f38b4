// Package metric is a stub of the library.
package metric

import (
	"context"
)

type MeterProvider struct{}

func (mp *MeterProvider) ForceFlush(ctx context.Context) error { return nil }
func (mp *MeterProvider) Shutdown(ctx context.Context) error   { return nil }

type Option interface {
	apply(config) config
}

type config struct{}

func NewMeterProvider(options ...Option) *MeterProvider { return nil }
