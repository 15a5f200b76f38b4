// A method blocks for ever.
package main

import (
	"context"
	"flag"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var version = flag.Bool("version", false, "print the version")

type app struct{ srv *http.Server }

func (a *app) block() { select {} }

func main() {
	if *version {
		return
	}
	srv := &http.Server{Addr: ":8080"}
	a := &app{srv}
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-sigs
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
		os.Exit(0)
	}()
	go srv.ListenAndServe()
	a.block()
}
