// What is caught is SIGSYS: the two numbers in one. That is the fault, and not that SIGTERM is missing.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const stopSignals = syscall.SIGTERM | syscall.SIGTSTP // want `\(signalnotify/ored\)`

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, stopSignals)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
