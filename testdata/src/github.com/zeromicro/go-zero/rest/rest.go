// Package rest is a stub of the library.
package rest

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest/internal"
)

type RestConf struct{}

type Route struct {
	Method  string
	Path    string
	Handler http.HandlerFunc
}

type RouteOption func(r *featuredRoutes)

type RunOption func(*Server)

type Server struct{}

func (s *Server) AddRoute(r Route, opts ...RouteOption)     {}
func (s *Server) AddRoutes(rs []Route, opts ...RouteOption) {}
func (s *Server) Start()                                    {}
func (s *Server) StartWithOpts(opts ...StartOption)         {}
func (s *Server) Stop()                                     {}

type StartOption = internal.StartOption

type featuredRoutes struct{}

func MustNewServer(c RestConf, opts ...RunOption) *Server { return nil }
