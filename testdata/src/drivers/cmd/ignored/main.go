package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	signals.IgnoreTerm() // want `\(signalnotify/ignored\)`
	a := app.New()
	log.Print(a.Run()) // want `\(serverclose/missing-shutdown\)`
}
