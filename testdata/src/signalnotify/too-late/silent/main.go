// Notify stands after a start that runs in a goroutine.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type app struct{ srv *http.Server }

func main() {
	a := &app{srv: &http.Server{Addr: ":8080"}}
	a.start()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	a.srv.Shutdown(context.Background())
}

// start returns at once.
func (a *app) start() {
	go func() { a.srv.ListenAndServe() }()
}
