// RegisterOnInterrupt catches SIGTERM. It is a variable.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/kataras/iris/v12"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	stopped := make(chan struct{})
	iris.RegisterOnInterrupt(func() {
		defer close(stopped)
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	})
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
	}
	<-stopped
}
