// Package server is the shop's HTTP side.
package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
	"services/shop/internal/store"
)

const drainLimit = 20 * time.Second

// A Server serves the shop.
type Server struct {
	http  *http.Server
	items *store.Store
}

// New returns a server that is not running yet.
func New(addr string, items *store.Store) *Server {
	s := &Server{items: items}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items", s.list)
	mux.HandleFunc("POST /orders", s.order)
	s.http = &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return s
}

// Run serves until ctx is done, and returns when every open request has its answer.
func (s *Server) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainLimit)
		defer cancel()
		return s.http.Shutdown(shutdownCtx)
	})
	return g.Wait()
}

func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	items, err := s.items.All(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(items)
}

func (s *Server) order(w http.ResponseWriter, r *http.Request) {
	if err := s.items.Sell(r.Context(), r.FormValue("item")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusCreated)
}
