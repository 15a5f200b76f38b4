package main

import (
	"os"

	"go.uber.org/fx"
	"go.uber.org/zap"

	"strangers/coupons/good/api"
)

func main() {
	fx.New(
		fx.Provide(
			zap.NewExample,
			func() api.Addr { return api.Addr(os.Getenv("COUPONS_ADDR")) },
			api.New,
		),
		fx.Invoke((*api.API).Register),
	).Run()
}
