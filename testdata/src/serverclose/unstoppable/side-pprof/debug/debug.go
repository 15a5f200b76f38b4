// Package debug serves profiles.
package debug

import (
	"log"
	"net/http"

	_ "net/http/pprof"
)

// Start returns at once.
func Start(addr string) {
	go func() { log.Print(http.ListenAndServe(addr, nil)) }()
}
