// A function for any type stops the server.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"

	"serverclose/missing-shutdown/silent-wired/parts"
)

func main() {
	fx.New(fx.Provide(newServer), fx.Invoke(func(*http.Server) {}), parts.Stop[*http.Server]()).Run()
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}
