// Command patience waits, after its server, for what its requests have begun, but not for long.
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

var jobs sync.WaitGroup

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(begin)}
	go srv.ListenAndServe()
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	err := srv.Shutdown(limited)
	log.Print(err)
	await()
}

func await() {
	done := make(chan struct{})
	go func() {
		jobs.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(3 * time.Second):
		log.Print("some jobs are lost")
	}
}

func begin(w http.ResponseWriter, r *http.Request) {
	jobs.Add(1)
	defer jobs.Done()
	read(w, r)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
