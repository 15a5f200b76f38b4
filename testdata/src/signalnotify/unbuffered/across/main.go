// The channel is made here, and registered in another package.
package main

import (
	"context"
	"net/http"
	"os"
	"time"

	"signalnotify/unbuffered/across/signals"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	quit := make(chan os.Signal)
	signals.Register(quit) // want `signalnotify/unbuffered/across/signals \(signals\.go:\d+\).*\(signalnotify/unbuffered\)`
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
