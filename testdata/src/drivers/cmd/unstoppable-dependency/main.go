// A dependency's function starts servers that nobody else comes by.
package main

import (
	"log"
	"net/http"

	"company.example/wait/web"
	"drivers/signals"
)

func main() {
	http.HandleFunc("/hits", func(http.ResponseWriter, *http.Request) {})
	go func() {
		log.Print(web.Run(http.DefaultServeMux)) // want `\(serverclose/unstoppable\)`
	}()
	signals.Wait()
}
