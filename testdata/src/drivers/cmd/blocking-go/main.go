// The fault lies in package app, which says so.
package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	ctx, stop := signals.Context()
	defer stop()
	a := app.New()
	a.Background()
	<-ctx.Done()
	if err := a.Stop(); err != nil {
		log.Print(err)
	}
}
