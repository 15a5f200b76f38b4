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
	if err := a.Run(); err != nil {
		log.Print(err)
	}
	<-ctx.Done()
	if err := a.Stop(); err != nil { // want `\(serverclose/unreachable-stop\)`
		log.Print(err)
	}
}
