// The fix adds to the list where the signal stands, and imports syscall where there is a single import only.
package main

import (
	"net/http"
	"os"
	"os/signal"
)

func main() {
	srv := &http.Server{}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, signals...)
	<-c
	srv.Shutdown(nil)
}
