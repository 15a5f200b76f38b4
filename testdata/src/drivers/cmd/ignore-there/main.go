// An ignore comment where the server starts, two packages below.
package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	go func() {
		log.Print(app.ServeTool())
	}()
	signals.Wait()
}
