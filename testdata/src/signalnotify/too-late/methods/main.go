// The start is in one method, the Notify in another.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type app struct{ srv *http.Server }

func main() {
	a := &app{srv: &http.Server{Addr: ":8080"}}
	a.run()
	a.wait()
}

func (a *app) run() { a.srv.ListenAndServe() }

func (a *app) wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/too-late\)`
	<-c
}
