// The options come one by one.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

func main() {
	opts := []fx.Option{fx.Provide(newServer)}
	opts = append(opts, more()...)
	fx.New(opts...).Run()
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}

func more() []fx.Option {
	invoked := []any{func(*http.Server) {}, stop}
	return []fx.Option{fx.Invoke(invoked...)}
}

func stop(lc fx.Lifecycle, srv *http.Server) { lc.Append(fx.Hook{OnStop: srv.Shutdown}) }
