// What probes and Prometheus ask by other names. Strict.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/go-chi/chi/v5"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func ok(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") }

const page = `<html><body><a href="/metrics">Metrics</a></body></html>`

func landing(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	io.WriteString(w, page)
}

type exporter struct{ path string }

func (e *exporter) home(w http.ResponseWriter, _ *http.Request) {
	w.Write([]byte("<html><p><a href='" + e.path + "'>Metrics</a></p></html>"))
}

func single(path string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(path, ok)
	return mux
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go http.ListenAndServe(":1", single("/healthcheck"))     // strict: unstoppable
	go http.ListenAndServe(":2", single("/health-check"))    // strict: unstoppable
	go http.ListenAndServe(":3", single("GET /-/healthy"))   // strict: unstoppable
	go http.ListenAndServe(":4", single("/startupz"))        // strict: unstoppable
	go http.ListenAndServe(":5", single("/alive"))           // strict: unstoppable
	go http.ListenAndServe(":6", single("/up"))              // strict: unstoppable
	go http.ListenAndServe(":7", single("/_health"))         // strict: unstoppable
	go http.ListenAndServe(":8", single("/internal/health")) // strict: unstoppable
	go http.ListenAndServe(":9", single("/admin/metrics"))   // strict: unstoppable
	go http.ListenAndServe(":10", single("/startup/{$}"))    // strict: unstoppable

	r := chi.NewRouter()
	r.Get("/-/ready", ok)
	r.Method("GET", "/internal/-/alive", http.HandlerFunc(ok))
	go http.ListenAndServe(":11", r) // strict: unstoppable

	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	mux.HandleFunc("/", landing)
	go http.ListenAndServe(":12", mux) // strict: unstoppable

	e := &exporter{path: "/probe"}
	own := http.NewServeMux()
	own.Handle(e.path, promhttp.Handler())
	own.HandleFunc("GET /{$}", e.home)
	go http.ListenAndServe(":13", own) // strict: unstoppable

	to := http.NewServeMux()
	to.Handle("/metrics", promhttp.Handler())
	to.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/metrics", http.StatusFound) })
	go http.ListenAndServe(":14", to) // strict: unstoppable
	<-ctx.Done()
}
