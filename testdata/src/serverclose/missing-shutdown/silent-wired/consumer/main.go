// What stops the server is annotated.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

func main() {
	fx.New(fx.Provide(newServer), fx.Invoke(func(*http.Server) {}), fx.Invoke(fx.Annotate(stop, fx.ParamTags("", "")))).Run()
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}

func stop(lc fx.Lifecycle, srv *http.Server) { lc.Append(fx.Hook{OnStop: srv.Shutdown}) }
