// Package iris is a stub of the library.
package iris

import (
	stdContext "context"

	"github.com/kataras/iris/v12/core/host"
)

var RegisterOnInterrupt = host.RegisterOnInterrupt

type Application struct{}

func (app *Application) Listen(hostPort string, withOrWithout ...Configurator) error { return nil }
func (app *Application) Run(serve Runner, withOrWithout ...Configurator) error       { return nil }
func (app *Application) Shutdown(ctx stdContext.Context) error                       { return nil }

type Configurator func(*Application)

type Runner func(*Application) error

func New() *Application { return nil }

var WithoutInterruptHandler = func(app *Application) {}
