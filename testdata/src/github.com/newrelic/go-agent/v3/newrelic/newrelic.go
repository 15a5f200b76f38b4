// Package newrelic is a stub of the library.
package newrelic

import (
	"time"
)

type Application struct{}

func (app *Application) Shutdown(timeout time.Duration) {}

type Config struct{}

type ConfigOption func(*Config)

func ConfigAppName(appName string) ConfigOption                 { return nil }
func NewApplication(opts ...ConfigOption) (*Application, error) { return nil, nil }
