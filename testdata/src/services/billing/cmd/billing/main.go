// Command billing writes bills. fx makes its parts, catches the signals, and calls the hooks.
package main

import (
	"time"

	"go.uber.org/fx"
	"services/billing/internal/bills"
	"services/billing/internal/httpserver"
	"services/billing/internal/sender"
)

func main() {
	fx.New(
		fx.StopTimeout(30*time.Second),
		fx.Provide(
			bills.Open,
			bills.NewHandler,
			httpserver.New,
		),
		fx.Invoke(sender.Start, httpserver.Start),
	).Run()
}
