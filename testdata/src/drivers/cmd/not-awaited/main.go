package main

import (
	"errors"
	"log"
	"net/http"

	"drivers/app"
	"drivers/signals"
)

func main() {
	a := app.New()
	go func() {
		signals.Wait()
		if err := a.Stop(); err != nil { // want `\(serverclose/not-awaited\)`
			log.Print(err)
		}
	}()
	if err := a.Run(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}
