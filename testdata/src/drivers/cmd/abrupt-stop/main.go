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
	if err := a.Abort(); err != nil { // want `\(serverclose/abrupt-stop\)`
		log.Print(err)
	}
}
