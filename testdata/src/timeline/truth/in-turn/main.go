// Command in-turn stops one server after the other, each within a time of its own.
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
	shutdown(public, 2*time.Second)
	shutdown(private, 4*time.Second)
}

func shutdown(srv *http.Server, limit time.Duration) {
	limited, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	err := srv.Shutdown(limited)
	log.Print(err)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
