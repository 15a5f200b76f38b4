package commands

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var All = map[string]func() error{
	"serve":   serve,
	"version": func() error { return nil },
}

func serve() error {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	return nil
}
