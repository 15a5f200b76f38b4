package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	srv := &http.Server{Addr: ":8080"}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want `nothing ever calls Shutdown on this http.Server, so its requests in flight are cut when Kubernetes stops the pod; call its Shutdown then, and return from main only after that`
	}()

	<-ctx.Done()
	log.Print("bye")
}
