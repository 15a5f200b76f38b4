// A method that nobody calls stands above the one that runs.
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

type tool struct{}

func (tool) interactive() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	defer cancel()
	<-ctx.Done()
}

type app struct{ srv *http.Server }

func (a *app) run() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt) // want `os.Interrupt is caught here and SIGTERM, which is what Kubernetes sends, nowhere`
	defer cancel()
	go a.srv.ListenAndServe()
	<-ctx.Done()
	stop(a.srv)
}

func main() { (&app{&http.Server{Addr: ":8080"}}).run() }
