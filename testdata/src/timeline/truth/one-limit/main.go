// Command one-limit stops one server after the other, both within the same time.
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
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	time.Sleep(1 * time.Second)
	err := public.Shutdown(limited)
	log.Print(err)
	err = private.Shutdown(limited)
	log.Print(err)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
