package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	a := app.New()
	signals.Exit()     // want `\(signalnotify/exits-at-once\)`
	log.Print(a.Run()) // want `\(serverclose/missing-shutdown\)`
}
