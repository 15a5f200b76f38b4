// Command forgotten stops one of its servers, and ends with the other serving.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	public := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	go public.ListenAndServe()
	private := &http.Server{Addr: ":8081", Handler: http.HandlerFunc(read)}
	go private.ListenAndServe()
	<-ctx.Done()
	time.Sleep(500 * time.Millisecond)
	limited, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	err := public.Shutdown(limited)
	log.Print(err)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
