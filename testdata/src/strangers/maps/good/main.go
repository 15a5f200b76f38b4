package main

import (
	"log"
	"os"

	"strangers/maps/good/app"
	"strangers/maps/good/tiles"
)

func main() {
	a := app.New()
	a.Serve("tiles", os.Getenv("TILES_ADDR"), tiles.Router())
	a.Serve("search", os.Getenv("SEARCH_ADDR"), tiles.SearchRouter())
	if err := a.Wait(); err != nil {
		log.Println(err)
	}
}
