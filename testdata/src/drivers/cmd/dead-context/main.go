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
	go func() {
		log.Print(a.Run())
	}()
	<-ctx.Done()
	if err := a.StopWithin(ctx); err != nil { // want `\(serverclose/dead-context\)`
		log.Print(err)
	}
}
