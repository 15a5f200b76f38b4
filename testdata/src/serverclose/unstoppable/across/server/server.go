// Package server serves HTTP.
package server

import "net/http"

// Serve blocks while it serves.
func Serve(addr string, handler http.Handler) error { return http.ListenAndServe(addr, handler) }
