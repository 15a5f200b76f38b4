// Package parts is a part of the application.
package parts

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

// Gateway is a server that anybody may stop.
type Gateway struct{ Server *http.Server }

// Module provides the gateway.
func Module() fx.Option {
	return fx.Module("gateway", fx.Provide(NewGateway))
}

// NewGateway starts with the application.
func NewGateway(lc fx.Lifecycle) *Gateway {
	g := &Gateway{Server: &http.Server{Addr: ":8082"}}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go g.Server.ListenAndServe()
		return nil
	}})
	return g
}
