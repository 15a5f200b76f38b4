// Package server is the HTTP server.
package server

import (
	"log"
	"net/http"

	"signalnotify/missing-handler/across/signals"
)

type Server struct{ http *http.Server }

func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Serve blocks until the server is closed.
func (s *Server) Serve() error {
	signals.OnHangup(func() { log.Print("reloading") })
	return s.http.ListenAndServe()
}
