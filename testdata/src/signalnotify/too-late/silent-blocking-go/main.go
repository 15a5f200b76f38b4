// The start blocks, since it stands in the argument of a go statement: serverclose/blocking-go speaks of that.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"signalnotify/too-late/silent-blocking-go/app"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	app.Start(srv)
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
