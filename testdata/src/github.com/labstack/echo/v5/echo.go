// Package echo is a stub of the library.
package echo

import (
	stdContext "context"
	"net/http"
	"time"
)

type Context struct{}

func (c *Context) String(code int, s string) (err error) { return nil }

type Echo struct{}

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo { return RouteInfo{} }
func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request)              {}
func (e *Echo) Start(address string) error                                    { return nil }

type HandlerFunc func(c *Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type RouteInfo struct{}

type StartConfig struct {
	Address         string
	GracefulTimeout time.Duration
}

func (sc StartConfig) Start(ctx stdContext.Context, h http.Handler) error { return nil }
func (sc StartConfig) StartTLS(ctx stdContext.Context, h http.Handler, certFile, keyFile any) error {
	return nil
}

func New() *Echo { return nil }
