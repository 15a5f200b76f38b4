// Four packages: this one, the application, its server, and one for signals, which the application waits for.
package main

import (
	"log"

	"signalnotify/missing-handler/across-caught/app"
)

func main() {
	if err := app.New(":8080").Run(); err != nil {
		log.Fatal(err)
	}
}
