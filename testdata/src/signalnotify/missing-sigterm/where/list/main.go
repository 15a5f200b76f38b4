// The signals are in a list.
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

func unused() { signal.Notify(make(chan os.Signal, 1), os.Interrupt) }

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	all := []os.Signal{os.Interrupt} // want `os.Interrupt is caught here and SIGTERM, which is what Kubernetes sends, nowhere`
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, all...)
	<-quit
	stop(srv)
}
