package main

import (
	"context"
	"errors"
	"log"
	"net"
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
	srv := &http.Server{
		Addr:        ":8080",
		BaseContext: func(net.Listener) context.Context { return ctx }, // want `\(serverclose/cancelled-requests\)`
	}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(shutdownCtx); err != nil {
		log.Print(err)
	}
}

func orders(w http.ResponseWriter, r *http.Request) {
	if err := save(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func save(ctx context.Context) error {
	select {
	case <-time.After(time.Second): // the work that a request takes
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
