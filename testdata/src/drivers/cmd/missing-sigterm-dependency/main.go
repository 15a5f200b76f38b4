// A dependency catches the wrong signal.
package main

import (
	"log"

	"company.example/wait"
	"drivers/app"
)

func main() {
	a := app.New()
	go func() {
		log.Print(a.Run())
	}()
	wait.ForCtrlC() // want `\(signalnotify/missing-sigterm\)`
	if err := a.Stop(); err != nil {
		log.Print(err)
	}
}
