// The drain is over when the function closes the channel.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

type service struct{ http *http.Server }

func (s *service) run() error {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-quit:
	}
	shutdown(s.http)
	close(quit)
	return nil
}

func main() {
	s := &service{http: &http.Server{Addr: ":8080"}}
	if err := s.run(); err != nil {
		log.Fatal(err)
	}
}
