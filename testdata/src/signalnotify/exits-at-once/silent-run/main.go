// The call that waits for the signal returns when all is done: whatever it returns is logged, and ends the process.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

type app struct{ srv *http.Server }

func (a *app) run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go a.srv.ListenAndServe()
	<-ctx.Done()
	stopCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return a.srv.Shutdown(stopCtx)
}

func main() {
	a := &app{srv: &http.Server{Addr: ":8080"}}
	log.Fatal(a.run())
}
