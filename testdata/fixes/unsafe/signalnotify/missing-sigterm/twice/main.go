// The first signal is but a question, and Kubernetes does not send another.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go srv.ListenAndServe()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt)
	fmt.Println("job started")
	<-sigs
	fmt.Println("Press Ctrl-C again to stop.")
	<-sigs
	srv.Shutdown(context.Background())
}
