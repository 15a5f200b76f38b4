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

type web struct{ http *http.Server }

// New returns a server that is not running yet.
func New(addr string) Runner { return &web{&http.Server{Addr: addr}} }

func (w *web) Start() error { return w.http.ListenAndServe() }
