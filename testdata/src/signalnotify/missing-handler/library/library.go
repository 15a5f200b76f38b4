// Package library starts a server, and leaves the signal to the program.
package library

import "net/http"

func Serve() error { return http.ListenAndServe(":8080", nil) }
