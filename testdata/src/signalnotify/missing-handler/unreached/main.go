// The server is started by nothing that main runs: by a test, perhaps.
package main

import "net/http"

func main() {}

func serve() error { return http.ListenAndServe(":8080", nil) }
