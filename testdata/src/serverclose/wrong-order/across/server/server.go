// Package server is the HTTP server.
package server

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"serverclose/wrong-order/across/store"
)

type Server struct{ http *http.Server }

func New(addr string, s *store.Store) *Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Save(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	return &Server{&http.Server{Addr: addr, Handler: mux}}
}

func (s *Server) Serve() {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

// Stop lets open requests end, for ten seconds.
func (s *Server) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
