// The same, asked in an if.
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
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	signals := make(chan os.Signal, 16)
	signal.Notify(signals)
	for {
		if sig := <-signals; sig == syscall.SIGTERM || sig == syscall.SIGINT {
			break
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
