// A server on a constant loopback address is reached by what runs in its pod alone: strict.
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

const addr = "localhost:8080"

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGTERM)
	go http.ListenAndServe("127.0.0.1:9000", nil) // strict: unstoppable

	closed := &http.Server{Addr: "[::1]:8081"}
	go closed.ListenAndServe()

	srv := &http.Server{Addr: addr}
	go func() {
		<-sigs
		closed.Close() // strict: abrupt-stop
		limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(limited) // strict: not-awaited
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
	}
}
