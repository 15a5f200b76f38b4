// Package echo is a stub of the library.
package echo

import (
	"context"
	"net/http"

	"github.com/labstack/gommon/log"
	"golang.org/x/net/http2"
)

type Context interface {
	Bind(i any) error
	FormValue(name string) string
	JSON(code int, i any) error
	NoContent(code int) error
	Param(name string) string
	Request() *http.Request
	Response() *Response
	String(code int, s string) error
}

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Route struct{}

type Echo struct {
	HideBanner bool
	Logger     Logger
	Server     *http.Server
}

func New() *Echo { return nil }

func (e *Echo) Start(address string) error                       { return nil }
func (e *Echo) StartServer(s *http.Server) error                 { return nil }
func (e *Echo) Shutdown(ctx context.Context) error               { return nil }
func (e *Echo) Close() error                                     { return nil }
func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route  { return nil }
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

type Logger interface {
	Error(i ...any)
	Fatal(i ...any)
	Fatalj(j log.JSON)
	Fatalf(format string, args ...any)
}

func (e *Echo) StartAutoTLS(address string) error                          { return nil }
func (e *Echo) StartH2CServer(address string, h2s *http2.Server) error     { return nil }
func (e *Echo) StartTLS(address string, certFile, keyFile any) (err error) { return nil }

func WrapHandler(h http.Handler) HandlerFunc { return nil }

type Response struct{}

func (r *Response) Header() http.Header { return nil }

type HTTPError struct{}

func (he *HTTPError) Error() string { return "" }

func NewHTTPError(code int, message ...any) *HTTPError { return nil }

type Group struct{}

func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group) { return nil }
func (e *Echo) Use(middleware ...MiddlewareFunc)                    {}

func (g *Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route  { return nil }
func (g *Group) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }
func (g *Group) Use(middleware ...MiddlewareFunc)                            {}
