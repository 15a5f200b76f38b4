// A switch on the type, and one on the number.
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
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	go func() {
		switch s := (<-sigs).(type) {
		case syscall.Signal:
			switch s {
			case syscall.SIGTERM, syscall.SIGINT:
				srv.Shutdown(context.Background())
				os.Exit(0)
			}
		}
	}()
	log.Fatal(srv.ListenAndServe())
}
