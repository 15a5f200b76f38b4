// A command that serves nothing: Kubernetes hardly runs it.
package main

import (
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // strict: missing-sigterm
	<-c
}
