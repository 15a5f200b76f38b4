package main

import (
	"log"
	"net/http"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080", nil)) //gracelint:ignore serverclose/unstoppable,signalnotify/missing-handler the case is about the image
}
