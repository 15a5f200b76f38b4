package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		log.Printf("received %v", <-quit)
		os.Exit(0) // want `\(signalnotify/exits-at-once\)`
	}()

	http.HandleFunc("/orders", orders)
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe())
}

func orders(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Second) // the work that a request takes
	fmt.Fprintln(w, "ok")
}
