// SIGTERM is caught by another Notify.
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
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	srv.Shutdown(nil)
}
