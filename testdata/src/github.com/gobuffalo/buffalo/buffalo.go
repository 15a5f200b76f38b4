// Package buffalo is a stub of the library.
package buffalo

import (
	"github.com/gobuffalo/buffalo/servers"
)

type App struct{}

func (a *App) Serve(srvs ...servers.Server) error { return nil }
func (a *App) Stop(err error) error               { return nil }

type Options struct {
	Addr string
}

func New(opts Options) *App { return nil }
