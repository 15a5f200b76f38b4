// Every signal is caught, and the program stops on those that it names.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	signals := make(chan os.Signal, 16)
	signal.Notify(signals)
loop:
	for sig := range signals {
		switch sig {
		case os.Interrupt, syscall.SIGTERM:
			break loop
		case syscall.SIGURG:
		default:
			log.Print("ignored: ", sig)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
