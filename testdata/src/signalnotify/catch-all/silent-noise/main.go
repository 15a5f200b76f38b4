// The program leaves the runtime's signal out, and stops on the others.
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
	for sig := range signals {
		if sig == syscall.SIGURG || sig == syscall.SIGPIPE || sig == syscall.SIGCHLD || sig == syscall.SIGWINCH {
			continue
		}
		break
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
