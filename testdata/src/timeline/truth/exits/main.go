// Command exits ends in the goroutine that stops its servers, one of which it cuts.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	public := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	private := &http.Server{Addr: ":8081", Handler: http.HandlerFunc(read)}
	go shutdown(public, private)
	go private.ListenAndServe()
	err := public.ListenAndServe()
	log.Print(err)
	select {}
}

func shutdown(public, private *http.Server) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	limited, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	err := public.Shutdown(limited)
	log.Print(err)
	err = private.Close()
	log.Print(err)
	os.Exit(0)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
