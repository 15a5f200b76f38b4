// Command images serves the photographs of the goods.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		log.Printf("stopping: %v", <-quit)
		os.Exit(0)
	}()

	srv := &http.Server{Addr: ":8089", Handler: http.FileServer(http.Dir("/var/images"))}
	log.Fatal(srv.ListenAndServe())
}
