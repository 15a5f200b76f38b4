package main

import (
	"log"
	"os"

	"strangers/votes/good/ballot"
	"strangers/votes/good/lifecycle"
)

func main() {
	box := ballot.NewBox()
	err := lifecycle.Run(
		lifecycle.HTTP(os.Getenv("VOTES_ADDR"), box.Router()),
		box.Count,
	)
	if err != nil {
		log.Fatal(err)
	}
}
