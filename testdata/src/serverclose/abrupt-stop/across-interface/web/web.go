// Package web has a server.
package web

import (
	"context"
	"net/http"
)

type Server struct{ http *http.Server }

func New() *Server                           { return &Server{&http.Server{Addr: ":8080"}} }
func (s *Server) Start() error               { return s.http.ListenAndServe() }
func (s *Server) Stop(context.Context) error { return s.http.Close() }
