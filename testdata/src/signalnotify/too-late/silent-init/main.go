// An init function, and a variable's initializer, run before main.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-quit
		srv.Shutdown(context.Background())
	}()
	srv.ListenAndServe()
}

var quit = make(chan os.Signal, 1)

func init() { signal.Notify(quit, syscall.SIGTERM) }
