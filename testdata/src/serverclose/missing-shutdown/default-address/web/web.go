// Package web serves.
package web

import "net/http"

const defaultAddr = "localhost:8080"

// A Server serves.
type Server struct{ srv *http.Server }

// New makes a server for an address.
func New(addr string) *Server {
	if addr == "" {
		addr = defaultAddr
	}
	return &Server{&http.Server{Addr: addr}}
}

// Serve blocks while it serves.
func (s *Server) Serve() error { return s.srv.ListenAndServe() }
