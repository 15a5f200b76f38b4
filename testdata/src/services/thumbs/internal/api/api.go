// Package api takes orders for pictures.
package api

import (
	"net/http"

	"services/thumbs/internal/pool"
)

// New returns the routes.
func New(workers *pool.Pool) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /thumbs", func(w http.ResponseWriter, r *http.Request) {
		if err := workers.Submit(pool.Job{Path: r.FormValue("path")}); err != nil {
			http.Error(w, err.Error(), http.StatusTooManyRequests)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	})
	return mux
}
