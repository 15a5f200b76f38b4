// That the process exits at the signal is what signalnotify/exits-at-once says.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	defer func() {
		fresh, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(fresh)
	}()
	go srv.ListenAndServe()
	<-ctx.Done()
	os.Exit(0)
}
