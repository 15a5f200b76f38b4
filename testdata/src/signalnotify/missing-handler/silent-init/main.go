// The init function of a package that is imported catches the signal.
package main

import (
	"context"
	"net/http"
	"time"

	"signalnotify/missing-handler/silent-init/graceful"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	graceful.OnStop(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	})
	srv.ListenAndServe()
	select {}
}
