// Package must ends the process on errors.
package must

import (
	"log"
	"net/http"
)

// Do exits when err is not nil.
func Do(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// Serve blocks until the server fails.
func Serve(srv *http.Server) { Do(srv.ListenAndServe()) }
