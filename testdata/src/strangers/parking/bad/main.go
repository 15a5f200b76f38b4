package main

import (
	"log"

	"strangers/parking/bad/cmd"
)

func main() {
	if err := cmd.NewRootCmd().Execute(); err != nil { // want `\(signalnotify/never-received\)`
		log.Fatal(err)
	}
}
