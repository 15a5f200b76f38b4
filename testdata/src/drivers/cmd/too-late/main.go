package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	a := app.New()
	if err := a.Run(); err != nil {
		log.Print(err)
	}
	signals.Wait()                   // want `\(signalnotify/too-late\)`
	if err := a.Stop(); err != nil { // want `\(serverclose/unreachable-stop\)`
		log.Print(err)
	}
}
