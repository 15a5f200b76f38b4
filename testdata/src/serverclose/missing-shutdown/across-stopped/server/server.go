// Package server is the HTTP server.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

type Server struct{ http *http.Server }

func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Serve blocks until the server is stopped.
func (s *Server) Serve() {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func (s *Server) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }

// Run serves until ctx is done. What it returns waits until the server has stopped.
func Run(ctx context.Context, addr string) (wait func()) {
	s := New(addr)
	var wg sync.WaitGroup
	wg.Go(s.Serve)
	wg.Go(func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		if err := s.Stop(shutdownCtx); err != nil {
			log.Print(err)
		}
	})
	return wg.Wait
}
