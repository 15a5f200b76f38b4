// Package fiber is a stub of the library.
package fiber

import (
	"context"
	"net"
	"time"
)

type App struct{}

func (app *App) Get(path string, handler any, handlers ...any) Router   { return nil }
func (app *App) Listen(addr string, config ...ListenConfig) error       { return nil }
func (app *App) Listener(ln net.Listener, config ...ListenConfig) error { return nil }
func (app *App) Shutdown() error                                        { return nil }
func (app *App) ShutdownWithContext(ctx context.Context) error          { return nil }
func (app *App) ShutdownWithTimeout(timeout time.Duration) error        { return nil }

type Config struct{}

type Ctx interface {
	SendString(body string) error
}

type ListenConfig struct {
	GracefulContext context.Context
	ShutdownTimeout time.Duration
}

type Router interface{}

func New(config ...Config) *App { return nil }
