// The program sleeps after the close.
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

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	srv := &http.Server{Addr: ":8080"}
	go func() { log.Print(srv.ListenAndServe()) }()
	for sig := range c {
		log.Print(sig)
		break
	}
	shutdown(srv)
	close(c) // want `\(signalnotify/closed-channel\)`
	time.Sleep(5 * time.Second)
}
