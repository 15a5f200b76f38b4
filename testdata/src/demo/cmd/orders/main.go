// Command orders takes orders.
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

	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", place)
	srv := &http.Server{Addr: ":8081", Handler: mux}
	go srv.ListenAndServe()

	<-ctx.Done()
	log.Print("bye")
}

func place(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusAccepted)
}
