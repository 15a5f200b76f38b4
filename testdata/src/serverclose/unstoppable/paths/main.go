// Paths that only look like those of probes, and pages that are more than a way to the metrics.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

type shop struct{ db *sql.DB }

func (s *shop) home(w http.ResponseWriter, r *http.Request) {
	rows, err := s.db.Query("SELECT name FROM orders")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	fmt.Fprint(w, `<a href="/orders">orders</a>`)
}

func single(path string, h http.HandlerFunc) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(path, h)
	mux.Handle("/metrics", promhttp.Handler())
	return mux
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	s := new(shop)
	go http.ListenAndServe(":1", single("/", s.home))              // want `serverclose/unstoppable`
	go http.ListenAndServe(":2", single("/admin/orders", s.home))  // want `serverclose/unstoppable`
	go http.ListenAndServe(":3", single("/up/load", s.home))       // want `serverclose/unstoppable`
	go http.ListenAndServe(":4", single("/internal/", s.home))     // want `serverclose/unstoppable`
	go http.ListenAndServe(":5", single("/orders/status", s.home)) // want `serverclose/unstoppable`
	go http.ListenAndServe(":6", single("/healthy-food", s.home))  // want `serverclose/unstoppable`
	<-ctx.Done()
}
