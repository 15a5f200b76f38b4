// Command fatal takes the end of its server, which has been told to stop, for an error, and ends.
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
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	go func() {
		log.Fatal(srv.ListenAndServe())
	}()
	<-ctx.Done()
	time.Sleep(500 * time.Millisecond)
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	err := srv.Shutdown(limited)
	log.Print(err)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
