// The engine is a handler; the server that serves it is stopped.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/gin"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Handler: gin.Default()}
	go srv.ListenAndServe()
	<-ctx.Done()
	srv.Shutdown(context.Background()) // strict: unbounded-stop
}
