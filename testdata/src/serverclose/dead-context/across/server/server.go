// Package server is the HTTP server.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Stop lets open requests end while ctx lives.
func Stop(ctx context.Context, srv *http.Server) error { return srv.Shutdown(ctx) }

type Server struct{ http *http.Server }

func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

func (s *Server) Serve() {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

// Stop lets open requests end while ctx lives, ten seconds at most.
func (s *Server) Stop(ctx context.Context) {
	limited, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if err := Stop(limited, s.http); err != nil {
		log.Print(err)
	}
}

// StopAfter lets open requests end for ten seconds once ctx is done.
func (s *Server) StopAfter(ctx context.Context) {
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := Stop(limited, s.http); err != nil {
		log.Print(err)
	}
}
