// The second signal is waited for in a goroutine that starts when the first has come.
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
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	serve(signals)
}

func serve(signals <-chan os.Signal) {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-signals
	go func() {
		<-signals
		os.Exit(1)
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
