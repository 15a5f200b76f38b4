// Servers that are there for operators only: metrics, health, profiles. Strict.
package main

import (
	"context"
	"net/http"
	_ "net/http/pprof"
	"os/signal"
	"syscall"

	"github.com/docker/go-metrics"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go http.ListenAndServe(":6060", nil)                  // strict: unstoppable
	go http.ListenAndServe(":6061", http.DefaultServeMux) // strict: unstoppable
	go http.ListenAndServe(":9090", promhttp.Handler())   // strict: unstoppable
	go http.ListenAndServe(":9091", metrics.Handler())    // strict: unstoppable

	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("/healthz/live", func(http.ResponseWriter, *http.Request) {})
	go http.ListenAndServe(":9092", mux) // strict: unstoppable
	<-ctx.Done()
}
