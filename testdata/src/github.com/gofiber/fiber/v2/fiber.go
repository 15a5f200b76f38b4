// Package fiber is a stub of the library.
package fiber

import (
	"context"

	"github.com/valyala/fasthttp"
)

type App struct{}

func New() *App { return nil }

func (app *App) Listen(addr string) error                      { return nil }
func (app *App) Shutdown() error                               { return nil }
func (app *App) ShutdownWithContext(ctx context.Context) error { return nil }
func (app *App) Server() *fasthttp.Server                      { return nil }
