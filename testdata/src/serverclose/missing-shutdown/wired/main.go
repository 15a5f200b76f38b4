// The framework gives what constructors return to what takes the type, and nothing of that stops these servers.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"

	"serverclose/missing-shutdown/wired/parts"
)

type out struct {
	fx.Out

	Admin *http.Server `name:"admin"`
}

type in struct {
	fx.In

	Admin *http.Server `name:"admin"`
	API   *API
}

// API holds its server.
type API struct{ Server *http.Server }

func main() {
	fx.New(
		options(),
		parts.Module(), // want `missing-shutdown`
		fx.Invoke(func(p in, g *parts.Gateway) { p.Admin.SetKeepAlivesEnabled(true) }),
	).Run()
}

func options() fx.Option {
	return fx.Options(fx.Provide(newAPI, newAdmin), fx.Supply(":8080"))
}

func newAPI(lc fx.Lifecycle) (*API, error) {
	a := &API{Server: &http.Server{Addr: ":8080"}}
	lc.Append(fx.StartHook(func() { go a.Server.ListenAndServe() })) // want `missing-shutdown`
	return a, nil
}

func newAdmin(lc fx.Lifecycle) out {
	srv := &http.Server{Addr: ":8081"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe() // want `missing-shutdown`
		return nil
	}})
	return out{Admin: srv}
}
