// The wait for the goroutines that serve is as good as a start.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	for _, addr := range []string{":8080", ":8081"} {
		srv := &http.Server{Addr: addr}
		g.Go(srv.ListenAndServe)
	}
	g.Wait()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/too-late\)`
	<-c
}
