// A function that nobody calls stands above main.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func stop(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

// unused registers too, and nobody calls it.
func unused() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
}

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `os.Interrupt is caught here and SIGTERM, which is what Kubernetes sends, nowhere`
	<-quit
	stop(srv)
}
