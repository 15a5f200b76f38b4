// Package middleware stands for any library that this one knows nothing of, which takes handlers and services.
package middleware

import "net/http"

// A Service is run by its supervisor.
type Service interface {
	Run(addr ...string) error
}

// A Named has a name, and may be more.
type Named interface {
	Name() string
}

// Wrap makes a handler of one.
func Wrap(h http.Handler) http.Handler { return h }

// Supervise runs services.
func Supervise(services ...Service) {}

// Inspect looks at what it is given.
func Inspect(n Named) {}
