// A literal that nobody calls stands above the helper.
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

var unused = func() chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	return c
}

func interrupted() <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want `os.Interrupt is caught here and SIGTERM, which is what Kubernetes sends, nowhere`
	return c
}

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-interrupted()
	stop(srv)
}
