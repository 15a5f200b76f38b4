// Command prices works out what goods cost in the customer's currency.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)

	http.HandleFunc("GET /prices", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "Teapot", 2400)
	})
	srv := &http.Server{Addr: ":8088"}
	log.Fatal(srv.ListenAndServe())
}
