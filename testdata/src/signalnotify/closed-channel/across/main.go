// The channel is registered by another package, and closed here.
package main

import (
	"context"
	"net/http"
	"time"

	"signalnotify/closed-channel/across/signals"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	quit := signals.Register()
	<-quit
	close(quit) // want `\(signalnotify/closed-channel\)`
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
