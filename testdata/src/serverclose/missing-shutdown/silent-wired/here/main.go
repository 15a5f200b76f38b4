// What is given the server stops it.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

func main() {
	fx.New(fx.Provide(newServer), fx.Invoke(stop)).Run()
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}

func stop(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.StopHook(func(ctx context.Context) error { return srv.Shutdown(ctx) }))
}
