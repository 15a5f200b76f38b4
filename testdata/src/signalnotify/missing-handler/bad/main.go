package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") })

	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe()) // want `this program serves \(http.Server on line 13\) and catches no SIGTERM`
}
