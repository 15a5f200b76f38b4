// A comment that gives no reason silences the finding, and is one.
package main

import (
	"log"

	"drivers/app"
	"drivers/signals"
)

func main() {
	go func() {
		/* want `\(gracelint/ignore\)` */ //gracelint:ignore serverclose/unstoppable
		log.Print(app.Serve())
	}()
	signals.Wait()
}
