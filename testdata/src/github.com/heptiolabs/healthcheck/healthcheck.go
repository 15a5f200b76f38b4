// Package healthcheck is a stub of the library.
package healthcheck

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
)

type Check func() error

type Handler interface {
	http.Handler
	AddLivenessCheck(name string, check Check)
	AddReadinessCheck(name string, check Check)
	LiveEndpoint(http.ResponseWriter, *http.Request)
	ReadyEndpoint(http.ResponseWriter, *http.Request)
}

func NewHandler() Handler { return nil }

func NewMetricsHandler(registry prometheus.Registerer, namespace string) Handler { return nil }
