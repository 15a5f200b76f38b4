package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	http.HandleFunc("/orders", orders)
	srv := &http.Server{Addr: ":8080"}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want `nothing ever calls Shutdown on this http.Server, so its requests in flight are cut when Kubernetes stops the pod; call its Shutdown when SIGTERM has come, and return from main only after that`
	}()

	<-ctx.Done()
	log.Print("bye")
}

func orders(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Second) // the work that a request takes
	fmt.Fprintln(w, "ok")
}
