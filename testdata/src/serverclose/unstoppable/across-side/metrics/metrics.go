// Package metrics serves what Prometheus asks for.
package metrics

import (
	"log"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Serve blocks while it serves.
func Serve(addr string) {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	log.Print(http.ListenAndServe(addr, mux))
}
