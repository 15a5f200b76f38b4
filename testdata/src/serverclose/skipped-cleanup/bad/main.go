package main

import (
	"context"
	"errors"
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
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	defer shutdown(srv)

	if err := consume(ctx); err != nil {
		log.Fatal("consume: ", err) // want `\(serverclose/skipped-cleanup\)`
	}
}

func orders(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Second) // the work that a request takes
	fmt.Fprintln(w, "ok")
}

func consume(ctx context.Context) error {
	<-ctx.Done() // stands for the work of a queue's consumer
	return ctx.Err()
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
