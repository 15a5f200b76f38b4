package main

import (
	"log"
	"os"

	"strangers/votes/bad/ballot"
	"strangers/votes/bad/lifecycle"
)

func main() {
	box := ballot.NewBox()
	err := lifecycle.Run( // want `\(signalnotify/catch-all\)`
		lifecycle.HTTP(os.Getenv("VOTES_ADDR"), box.Router()),
		box.Count,
	)
	if err != nil {
		log.Fatal(err)
	}
}
