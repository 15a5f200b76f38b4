// A handler that is measured is still the program's own.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var requests *prometheus.CounterVec
	srv := &http.Server{Addr: ":8080", Handler: promhttp.InstrumentHandlerCounter(requests, http.HandlerFunc(orders))}
	go srv.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`

	metrics := &http.Server{Addr: ":9090", Handler: promhttp.Handler()}
	go metrics.ListenAndServe() // strict: missing-shutdown
	<-ctx.Done()
}

func orders(w http.ResponseWriter, r *http.Request) {}
