// Nothing needs the server, so that it is never made.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

func main() {
	fx.New(fx.Provide(newServer), fx.Invoke(func(fx.Lifecycle) {})).Run()
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}
