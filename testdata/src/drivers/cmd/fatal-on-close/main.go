package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	a := app.New()
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		signals.Wait()
		if err := a.Stop(); err != nil {
			log.Print(err)
		}
	}()
	if err := a.Run(); err != nil {
		log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
	}
	<-stopped
}
