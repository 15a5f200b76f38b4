package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") })
	log.Fatal(http.ListenAndServe(":8080", nil)) // want `http.ListenAndServe leaves no handle to stop the server with, so every request in flight is cut when Kubernetes stops the pod; catch SIGTERM with signal.NotifyContext, start an http.Server of your own and call its Shutdown`
}
