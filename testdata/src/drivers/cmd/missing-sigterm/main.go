package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	a := app.New()
	go func() {
		log.Print(a.Run())
	}()
	signals.WaitForCtrlC() // want `\(signalnotify/missing-sigterm\)`
	if err := a.Stop(); err != nil {
		log.Print(err)
	}
}
