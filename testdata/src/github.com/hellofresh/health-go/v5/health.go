// Package health is a stub of the library.
package health

import (
	"net/http"
)

type Health struct{}

func (h *Health) Handler() http.Handler                              { return nil }
func (h *Health) HandlerFunc(w http.ResponseWriter, r *http.Request) {}

type Option func(*Health) error

func New(opts ...Option) (*Health, error) { return nil, nil }
