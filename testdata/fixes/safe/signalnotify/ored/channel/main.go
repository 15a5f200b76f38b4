// A job sends what it has done to main, which stops the server first.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go srv.ListenAndServe()
	done := make(chan string)
	go func() {
		fmt.Println("job started")
		time.Sleep(time.Second)
		done <- "job done"
	}()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT|syscall.SIGTERM)
	<-sigs
	srv.Shutdown(context.Background())
	fmt.Println(<-done)
}
