// SIGQUIT ends the process at once, as it always does; SIGTERM stops the server.
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

	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGQUIT, syscall.SIGHUP)
	for sig := range c {
		switch sig {
		case syscall.SIGHUP:
			log.Print("reloading")
			continue
		case syscall.SIGQUIT:
			log.Fatal("quit")
		}
		break
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
	os.Exit(0)
}
