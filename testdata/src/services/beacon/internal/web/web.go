// Package web is the HTTP side.
package web

import (
	"context"
	"fmt"
	"net/http"

	"services/beacon/internal/locate"
)

// A Server is a runner.
type Server struct{ srv *http.Server }

// New returns a server that is not running yet.
func New(addr string, index *locate.Index) *Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /places/{beacon}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, index.Place(r.PathValue("beacon")))
	})
	return &Server{srv: &http.Server{Addr: addr, Handler: mux}}
}

// Start serves until Stop.
func (s *Server) Start() error {
	err := s.srv.ListenAndServe()
	if err == http.ErrServerClosed {
		return nil
	}
	return err
}

// Stop waits for open requests.
func (s *Server) Stop(ctx context.Context) error {
	return s.srv.Shutdown(ctx)
}
