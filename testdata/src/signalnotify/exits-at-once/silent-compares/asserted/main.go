// The signal is asserted to be a number.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var srv = &http.Server{Addr: ":8080"}

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGHUP, syscall.SIGTERM)
	go func() {
		for {
			sig := <-sigs
			if s, ok := sig.(syscall.Signal); ok && s == syscall.SIGTERM {
				srv.Shutdown(context.Background())
				os.Exit(128 + int(s))
			}
		}
	}()
	log.Fatal(srv.ListenAndServe())
}
