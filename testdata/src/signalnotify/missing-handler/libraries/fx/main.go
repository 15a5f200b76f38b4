// Run catches SIGTERM, and calls the OnStop hooks.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

func main() {
	fx.New(fx.Invoke(func(lc fx.Lifecycle) {
		srv := &http.Server{Addr: ":8080"}
		lc.Append(fx.Hook{
			OnStart: func(context.Context) error { go srv.ListenAndServe(); return nil },
			OnStop:  srv.Shutdown,
		})
	})).Run()
}
