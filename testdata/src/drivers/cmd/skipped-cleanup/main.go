package main

import (
	"log"
	"os"

	"drivers/app"
	"drivers/signals"
)

func main() {
	a := app.New()
	defer a.Stop()
	go func() {
		log.Print(a.Run())
	}()
	signals.Wait()
	if err := os.Remove("drivers.pid"); err != nil {
		log.Fatal(err) // want `\(serverclose/skipped-cleanup\)`
	}
}
