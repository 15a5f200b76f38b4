// The package returns the channel, and the program receives from it.
package main

import (
	"context"
	"net/http"
	"time"

	"signalnotify/never-received/across/signals"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-signals.Register()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
