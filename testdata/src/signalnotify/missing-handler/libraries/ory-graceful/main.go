// Graceful catches SIGTERM, and calls the second function.
package main

import (
	"log"
	"net/http"

	"github.com/ory/graceful"
)

func main() {
	srv := graceful.WithDefaults(&http.Server{Addr: ":8080"})
	if err := graceful.Graceful(srv.ListenAndServe, srv.Shutdown); err != nil {
		log.Print(err)
	}
}
