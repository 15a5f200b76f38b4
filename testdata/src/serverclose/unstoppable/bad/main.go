package main

import (
	"fmt"
	"log"
	"net/http"
	"time"
)

func main() {
	http.HandleFunc("/orders", orders)
	log.Fatal(http.ListenAndServe(":8080", nil)) // want `http.ListenAndServe leaves no handle to stop the server with, so every request in flight is cut when Kubernetes stops the pod; catch SIGTERM with signal.NotifyContext, start an http.Server of your own and call its Shutdown`
}

func orders(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Second) // the work that a request takes
	fmt.Fprintln(w, "ok")
}
