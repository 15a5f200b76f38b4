package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	a := app.New()
	go func() {
		log.Print(a.Run()) // want `\(serverclose/missing-shutdown\)`
	}()
	signals.Wait()
}
