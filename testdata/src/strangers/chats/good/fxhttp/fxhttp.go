// Package fxhttp is our HTTP server for fx applications.
package fxhttp

import (
	"context"
	"net"
	"net/http"
	"os"

	"go.uber.org/fx"
)

type Config struct {
	AddrFrom string // name of an environment variable
}

type Route struct {
	Pattern string
	Handler http.Handler
}

type in struct {
	fx.In
	LC     fx.Lifecycle
	Config Config
	Routes []Route `group:"routes"`
}

// Module serves all routes of the group.
func Module() fx.Option {
	return fx.Module("fxhttp", fx.Invoke(serve))
}

func serve(p in) {
	mux := http.NewServeMux()
	for _, r := range p.Routes {
		mux.Handle(r.Pattern, r.Handler)
	}
	srv := &http.Server{Handler: mux}

	p.LC.Append(fx.Hook{
		OnStart: func(context.Context) error {
			ln, err := net.Listen("tcp", os.Getenv(p.Config.AddrFrom))
			if err == nil {
				go func() { _ = srv.Serve(ln) }()
			}
			return err
		},
		OnStop: func(ctx context.Context) error {
			return srv.Shutdown(ctx)
		},
	})
}
