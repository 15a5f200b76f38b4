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
	signals.Wait()
	if err := a.CloseStore(); err != nil { // want `\(serverclose/wrong-order\)`
		log.Print(err)
	}
	if err := a.Stop(); err != nil {
		log.Print(err)
	}
}
