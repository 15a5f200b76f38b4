// What is handed to a library that is to run it is run.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"example.com/middleware"
	"github.com/gin-gonic/gin"
)

type web struct{ mux *http.ServeMux }

func (w web) ServeHTTP(rw http.ResponseWriter, r *http.Request) { w.mux.ServeHTTP(rw, r) }

func (w web) Run(addr ...string) error {
	return http.ListenAndServe(":8080", w.mux) // want `http.ListenAndServe leaves no handle.*serverclose/unstoppable`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	middleware.Supervise(web{http.NewServeMux()}, gin.Default()) // want `gin.Engine.Run leaves no handle.*serverclose/unstoppable`
	<-ctx.Done()
}
