// A handler that may be http.DefaultServeMux, on which profiles are served: the program's own server is none for operators.
package main

import (
	"context"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"syscall"

	"github.com/gorilla/mux"
)

type config struct {
	debug   bool
	handler http.Handler
}

func handler(debug bool) http.Handler {
	if debug {
		return http.DefaultServeMux
	}
	return router()
}

func router() http.Handler { return mux.NewRouter() }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go http.ListenAndServe(":6060", nil) // strict: unstoppable

	go http.ListenAndServe(":8080", handler(os.Getenv("DEBUG") != "")) // want `serverclose/unstoppable`

	c := config{handler: http.NewServeMux()}
	if c.debug {
		c.handler = http.DefaultServeMux
	}
	go http.ListenAndServe(":8081", c.handler) // want `serverclose/unstoppable`
	<-ctx.Done()
}
