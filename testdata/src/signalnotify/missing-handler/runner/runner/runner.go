// Package runner runs servers.
package runner

import (
	"log"
	"net/http"
)

// A Runner runs until it fails.
type Runner interface{ Start() error }

// A Group is what runs.
type Group []Runner

// Run runs them all.
func (g Group) Run() {
	for _, r := range g {
		log.Print(r.Start())
	}
}

// A Web is a Runner that serves HTTP.
type Web struct{ http *http.Server }

// New returns a server that is not running yet.
func New(addr string) *Web { return &Web{&http.Server{Addr: addr}} }

// Start serves.
func (w *Web) Start() error { return w.http.ListenAndServe() }
