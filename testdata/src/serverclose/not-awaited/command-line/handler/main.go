// A request can stop the server too.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type service struct {
	http *http.Server
	quit chan struct{}
}

func (s *service) stop(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusAccepted)
	go s.http.Shutdown(context.Background()) // strict: unbounded-stop
}

func (s *service) run(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		s.http.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	mux := http.NewServeMux()
	s := &service{http: &http.Server{Addr: ":8080", Handler: mux}, quit: make(chan struct{})}
	mux.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("POST /stop", s.stop)
	if err := s.run(ctx); err != nil {
		log.Fatal(err)
	}
}
