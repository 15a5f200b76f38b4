package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	go func() {
		log.Print(app.Serve()) // want `\(serverclose/unstoppable\)`
	}()
	signals.Wait()
}
