// Four packages: this one, the application, its server, and one for signals, which knows SIGHUP alone.
package main

import (
	"log"

	"signalnotify/missing-handler/across/app"
)

func main() {
	a := app.New(":8080")
	if err := a.Run(); err != nil { // want `signalnotify/missing-handler/across/server \(server\.go:\d+\).*\(signalnotify/missing-handler\)`
		log.Fatal(err)
	}
}
