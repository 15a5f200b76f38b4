// SIGTERM is received by an actor; the Notify for SIGHUP asks for no stop.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/oklog/run"
)

func main() {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	var g run.Group
	term := make(chan os.Signal, 1)
	signal.Notify(term, os.Interrupt, syscall.SIGTERM)
	cancel := make(chan struct{})
	g.Add(func() error {
		for {
			select {
			case <-term:
				return nil
			case <-hup:
				log.Print("reloading")
			case <-cancel:
				return nil
			}
		}
	}, func(error) { close(cancel) })

	srv := &http.Server{Addr: ":8080"}
	g.Add(srv.ListenAndServe, func(error) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	})
	g.Run()
}
