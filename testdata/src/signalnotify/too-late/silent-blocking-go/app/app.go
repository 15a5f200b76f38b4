// Package app starts servers.
package app

import (
	"log"
	"net/http"
)

// Start is meant to start the server.
func Start(srv *http.Server) {
	go log.Print(srv.ListenAndServe())
}
