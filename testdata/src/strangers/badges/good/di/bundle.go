// Package di wires everything.
package di

import (
	"go.uber.org/fx"

	"strangers/badges/good/badge"
	"strangers/badges/good/web"
)

// Bundle is all that the application is made of.
func Bundle() fx.Option {
	return fx.Options(
		fx.Provide(
			badge.NewPrinter,
			fx.Annotate(web.NewHandler, fx.ResultTags(`name:"badges"`)),
			fx.Annotate(web.NewServer, fx.ParamTags("", `name:"badges"`)),
		),
		fx.Invoke(web.Start),
	)
}
