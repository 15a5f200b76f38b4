// A literal that main calls closes the channel last.
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
	<-c
	func() {
		defer close(c)
		shutdown(srv)
		wg.Wait()
	}()
}
