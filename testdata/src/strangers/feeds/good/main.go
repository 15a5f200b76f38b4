package main

import (
	"go.uber.org/fx"
	"go.uber.org/fx/fxevent"
	"go.uber.org/zap"

	"strangers/feeds/good/internal/config"
	"strangers/feeds/good/internal/feed"
	"strangers/feeds/good/internal/transport"
)

func main() {
	app := fx.New(
		fx.Provide(zap.NewProduction),
		fx.WithLogger(func(log *zap.Logger) fxevent.Logger {
			return &fxevent.ZapLogger{Logger: log}
		}),
		config.Module,
		feed.Module,
		transport.Module,
	)
	app.Run()
}
