// Package library serves, and is started by nobody in sight: what becomes of it is for a program to say.
package library

import "net/http"

func Serve(addr string) error { return http.ListenAndServe(addr, nil) }
