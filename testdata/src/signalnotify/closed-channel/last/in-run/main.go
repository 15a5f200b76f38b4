// One of two drains follows the close.
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

type service struct{ http, admin *http.Server }

func (s *service) run() error {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	go func() { failed <- s.admin.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-quit:
	}
	shutdown(s.admin)
	close(quit) // want `\(signalnotify/closed-channel\)`
	shutdown(s.http)
	return nil
}

func main() {
	s := &service{http: &http.Server{Addr: ":8080"}, admin: &http.Server{Addr: ":8081"}}
	if err := s.run(); err != nil {
		log.Fatal(err)
	}
}
