// Jobs run until the signal comes.
package main

import (
	"log"

	"github.com/robfig/cron/v3"
)

func main() {
	jobs := cron.New()
	if _, err := jobs.AddFunc("@hourly", func() { log.Print("billing") }); err != nil {
		log.Fatal(err)
	}
	jobs.Run() // want `\(signalnotify/missing-handler\)`
}
