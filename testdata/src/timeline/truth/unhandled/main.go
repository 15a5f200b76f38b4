// Command unhandled does not know of the signal.
package main

import (
	"io"
	"log"
	"net/http"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	err := srv.ListenAndServe()
	log.Print(err)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
