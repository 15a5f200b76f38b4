// Command together stops its servers at the same time.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os/signal"
	"sync"
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
	var all sync.WaitGroup
	all.Go(func() {
		limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		err := public.Shutdown(limited)
		log.Print(err)
	})
	all.Go(func() {
		time.Sleep(1 * time.Second)
		limited, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		err := private.Shutdown(limited)
		log.Print(err)
	})
	all.Wait()
	time.Sleep(1 * time.Second)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
