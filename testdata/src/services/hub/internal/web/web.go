// Package web takes readings over HTTP.
package web

import (
	"errors"
	"io"
	"net/http"
	"time"
)

// Sink is where the readings go.
type Sink interface{ Put(reading []byte) bool }

// New returns the server.
func New(addr string, sink Sink) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /readings", func(w http.ResponseWriter, r *http.Request) {
		reading, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if !sink.Put(reading) {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	return &http.Server{Addr: addr, Handler: mux, ReadTimeout: 10 * time.Second}
}

// Serve returns nil when the server was shut down.
func Serve(srv *http.Server) error {
	err := srv.ListenAndServe()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
