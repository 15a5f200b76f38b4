// An element of the list is set later.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{}
	go srv.ListenAndServe()
	signals := []os.Signal{os.Interrupt, nil}
	signals[1] = syscall.SIGTERM
	c := make(chan os.Signal, 1)
	signal.Notify(c, signals...)
	<-c
	srv.Shutdown(nil)
}
