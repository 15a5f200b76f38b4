// Two families see that this program is not stopped: each says so, and the command shows one of them.
package main

import (
	"log"

	"drivers/app"
)

func main() {
	a := app.New()
	if err := a.Run(); err != nil { // want `\(signalnotify/missing-handler\)` `\(serverclose/missing-shutdown\)`
		log.Fatal(err)
	}
}
