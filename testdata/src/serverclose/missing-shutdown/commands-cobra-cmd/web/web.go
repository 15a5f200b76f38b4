package web

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type Server struct {
	http *http.Server
	done chan struct{}
}

func New(addr string) *Server {
	return &Server{http: &http.Server{Addr: addr, Handler: http.NewServeMux()}, done: make(chan struct{})}
}

func (s *Server) Run() error {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGTERM, os.Interrupt)
	go func() {
		defer close(s.done)
		<-sigs
		s.stopped(context.Background())
	}()
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-s.done
	return nil
}

func (s *Server) stopped(context.Context) {}
