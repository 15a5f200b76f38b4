// Command init runs behind an init, and tells of the end of its stop by closing a channel.
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
	idle := make(chan struct{})
	go func() {
		<-ctx.Done()
		time.Sleep(1 * time.Second)
		limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
		defer cancel()
		err := srv.Shutdown(limited)
		log.Print(err)
		close(idle)
	}()
	err := srv.ListenAndServe()
	log.Print(err)
	<-idle
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
