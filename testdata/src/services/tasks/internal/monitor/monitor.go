// Package monitor shows what the worker has done.
package monitor

import (
	"encoding/json"
	"net/http"
	"time"
)

// New returns the server.
func New(addr string, worker interface{ Done() int64 }) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /tasks", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(map[string]int64{"done": worker.Done()})
	})
	return &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 3 * time.Second}
}
