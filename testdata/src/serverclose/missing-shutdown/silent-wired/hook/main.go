// The hook comes from another package.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"

	"serverclose/missing-shutdown/silent-wired/parts"
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
	lc.Append(parts.HookOf(srv))
}
