// The signal is caught in a dependency.
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
	wait.ForEnd()
	if err := a.Stop(); err != nil {
		log.Print(err)
	}
}
