// Package health answers the kubelet.
package health

import (
	"errors"
	"log"
	"net/http"
)

// Start starts a server that tells whether healthy returns true.
func Start(addr string, healthy func() bool) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if !healthy() {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	health := &http.Server{Addr: addr, Handler: mux}
	go func() {
		if err := health.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Printf("health: %v", err)
		}
	}()
	return health
}
