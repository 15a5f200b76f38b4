// The goroutine that receives ends what main waits for.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	c := make(chan os.Signal, 1)
	signal.Notify(c) // want `\(signalnotify/catch-all\)`
	go func() {
		for {
			select {
			case sig := <-c:
				log.Print("got ", sig)
				cancel()
				return
			case <-time.After(time.Minute):
				log.Print("alive")
			}
		}
	}()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdownCtx, stop := context.WithTimeout(context.Background(), 10*time.Second)
	defer stop()
	srv.Shutdown(shutdownCtx)
}
