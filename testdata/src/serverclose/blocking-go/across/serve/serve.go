// Package serve starts servers.
package serve

import (
	"log"
	"net/http"
)

// HTTP blocks while it serves.
func HTTP(addr string) error {
	return New(addr).Serve()
}

// Background returns the server, which serves from now on.
func Background(addr string) *Server {
	s := New(addr)
	go func() { log.Print(s.Serve()) }()
	return s
}

type Server struct{ http *http.Server }

func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Serve blocks until the server is closed.
func (s *Server) Serve() error { return s.http.ListenAndServe() }
