// Everything that is started is stopped.
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
	if err := a.Stop(); err != nil {
		log.Print(err)
	}
	if err := a.CloseStore(); err != nil {
		log.Print(err)
	}
}
