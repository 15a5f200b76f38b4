// Package parts stops what others start.
package parts

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

// A Stopper is stopped with the application.
type Stopper interface {
	Shutdown(ctx context.Context) error
}

type in struct {
	fx.In

	LC     fx.Lifecycle
	Server *http.Server
}

// Module stops the server.
func Module() fx.Option { return fx.Module("parts", fx.Invoke(stop)) }

// Options is the same.
var Options = fx.Options(fx.Invoke(stop))

func stop(p in) { p.LC.Append(fx.Hook{OnStop: p.Server.Shutdown}) }

// Stoppers stops all of a group.
func Stoppers() fx.Option {
	return fx.Options(fx.Invoke(func(lc fx.Lifecycle, p group) {
		for _, s := range p.All {
			lc.Append(fx.Hook{OnStop: s.Shutdown})
		}
	}))
}

type group struct {
	fx.In

	All []Stopper `group:"stoppers"`
}

// Stop stops anything.
func Stop[T Stopper]() fx.Option {
	return fx.Invoke(func(lc fx.Lifecycle, s T) { lc.Append(fx.Hook{OnStop: s.Shutdown}) })
}

// An App is stopped by the function that it holds.
type App struct {
	Stop func(ctx context.Context) error
}

// Apps stops the application.
func Apps() fx.Option {
	return fx.Invoke(func(lc fx.Lifecycle, a *App) {
		lc.Append(fx.Hook{OnStop: func(ctx context.Context) error { return a.Stop(ctx) }})
	})
}

// A Close is a function that stops something.
type Close func(ctx context.Context) error

// Closes calls a function that is provided.
func Closes() fx.Option {
	return fx.Invoke(func(lc fx.Lifecycle, c Close) { lc.Append(fx.Hook{OnStop: c}) })
}

// HookOf makes a hook.
func HookOf(s Stopper) fx.Hook {
	var h fx.Hook
	h.OnStop = s.Shutdown
	return h
}
