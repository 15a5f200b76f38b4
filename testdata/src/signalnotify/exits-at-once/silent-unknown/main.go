// A library that is not known may stop what it was given.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/lifecycle"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	lifecycle.Append(lifecycle.Hook{OnStop: srv.Shutdown})

	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	lifecycle.Keep("stop")
	os.Exit(0)
}
