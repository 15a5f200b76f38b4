// Package promhttp is a stub of the library.
package promhttp

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
)

func Handler() http.Handler { return nil }

type HandlerOpts struct{}

type Option interface {
	apply(*options)
}

type options struct{}

func HandlerFor(reg prometheus.Gatherer, opts HandlerOpts) http.Handler { return nil }
func HandlerForTransactional(reg prometheus.TransactionalGatherer, opts HandlerOpts) http.Handler {
	return nil
}
func InstrumentHandlerCounter(counter *prometheus.CounterVec, next http.Handler, opts ...Option) http.HandlerFunc {
	return nil
}
func InstrumentMetricHandler(reg prometheus.Registerer, handler http.Handler) http.Handler {
	return nil
}
