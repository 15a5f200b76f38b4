// An ignore comment where the finding stands.
package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	go func() {
		//gracelint:ignore serverclose/unstoppable a demonstration, nothing is in flight
		log.Print(app.Serve())
	}()
	signals.Wait()
}
