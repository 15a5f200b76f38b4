// Command live shows scores as they change. Streams end when the shutdown begins, everything else may finish.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"services/live/internal/feed"
	"services/live/internal/scores"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	requests, abandon := context.WithCancel(context.WithoutCancel(ctx))
	defer abandon()

	board := scores.NewBoard()
	streams := feed.New(board)
	mux := http.NewServeMux()
	mux.Handle("GET /stream", streams)
	mux.HandleFunc("POST /goals", board.Goal)
	srv := &http.Server{
		Addr:        ":8080",
		Handler:     mux,
		BaseContext: func(net.Listener) context.Context { return requests },
	}
	srv.RegisterOnShutdown(streams.Close)

	drained := make(chan struct{})
	cancelDrain := context.AfterFunc(ctx, func() {
		defer close(drained)
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil {
			log.Printf("shutdown: %v", err)
		}
	})

	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		cancelDrain()
		return err
	}
	<-drained
	board.Flush()
	return nil
}
