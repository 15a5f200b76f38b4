// Package serve serves in goroutines.
package serve

import (
	"log"
	"net/http"
)

func Both(api http.Handler) {
	operators := http.NewServeMux()
	operators.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	go serve(":9090", operators)
	go serve(":8080", api)
}

func serve(addr string, handler http.Handler) {
	log.Print(http.ListenAndServe(addr, handler))
}
