// The start that blocks is another command's, and that one is for a developer's machine.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "dev" {
		http.ListenAndServe("localhost:8080", nil)
		return
	}
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	srv.Shutdown(context.Background())
}
