// The program waits for other work after the close.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
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
	var wg sync.WaitGroup
	wg.Go(func() { srv.ListenAndServe() })
	wg.Go(func() {
		time.Sleep(time.Second) // work of its own
	})
	<-c
	func() {
		defer close(c) // want `\(signalnotify/closed-channel\)`
		shutdown(srv)
	}()
	wg.Wait()
}
