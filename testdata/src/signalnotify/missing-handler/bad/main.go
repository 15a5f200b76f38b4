package main

import (
	"fmt"
	"log"
	"net/http"
	"time"
)

func main() {
	http.HandleFunc("/orders", orders)
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe()) // want `this program serves \(http.Server on line 13\) and catches no SIGTERM`
}

func orders(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Second) // the work that a request takes
	fmt.Fprintln(w, "ok")
}
