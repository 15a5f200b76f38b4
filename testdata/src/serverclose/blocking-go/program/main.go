// The program never comes to the signal, nor to the other server, nor to the stop: one fault, one finding.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	srv := &http.Server{Addr: ":8080"}
	go report(srv.ListenAndServe()) // want `\(serverclose/blocking-go\)`

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(shutdownCtx); err != nil {
		log.Print(err)
	}
}

func report(err error) {
	if !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}
