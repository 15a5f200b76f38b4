// Package healthz is a stub of the library.
package healthz

import (
	"net/http"
)

var Ping Checker

type CheckHandler struct {
	Checker
}

func (h CheckHandler) ServeHTTP(resp http.ResponseWriter, req *http.Request) {}

type Checker func(req *http.Request) error

type Handler struct{}

func (h *Handler) ServeHTTP(resp http.ResponseWriter, req *http.Request) {}
