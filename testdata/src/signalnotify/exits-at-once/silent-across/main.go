// The stop lies in another package, before the exit.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"signalnotify/exits-at-once/silent-across/app"
)

func main() {
	a := app.New(":8080")
	go a.Serve()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	os.Exit(a.Stop())
}
