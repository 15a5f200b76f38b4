// The list of signals is there, and has nothing in it.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

var signals []os.Signal

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, signals...) // want `\(signalnotify/catch-all\)`
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
