// Package server serves HTTP.
package server

import "net/http"

// Run blocks while it serves.
func Run(addr string) error {
	srv := &http.Server{Addr: addr}
	return srv.ListenAndServe()
}
