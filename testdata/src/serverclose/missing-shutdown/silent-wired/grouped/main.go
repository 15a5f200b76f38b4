// The server is one of those that are stopped.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"

	"serverclose/missing-shutdown/silent-wired/parts"
)

func main() {
	fx.New(fx.Provide(newServer, member), fx.Invoke(func(*http.Server) {}), parts.Stoppers()).Run()
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}

type out struct {
	fx.Out

	Server parts.Stopper `group:"stoppers"`
}

func member(srv *http.Server) out { return out{Server: srv} }
