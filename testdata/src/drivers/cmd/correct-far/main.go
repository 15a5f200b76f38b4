// The signal is caught three packages below.
package main

import (
	"log"

	"drivers/app"
)

func main() {
	a := app.New()
	go func() {
		log.Print(a.Run())
	}()
	a.Wait()
	if err := a.Stop(); err != nil {
		log.Print(err)
	}
}
