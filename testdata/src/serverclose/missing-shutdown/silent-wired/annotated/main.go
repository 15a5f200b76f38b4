// The server is stopped under another type.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"

	"serverclose/missing-shutdown/silent-wired/parts"
)

func main() {
	fx.New(fx.Provide(newServer, fx.Annotate(func(s *http.Server) *http.Server { return s }, fx.As(new(parts.Stopper)), fx.ResultTags(`group:"stoppers"`))), fx.Invoke(func(*http.Server) {}), parts.Stoppers()).Run()
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}
