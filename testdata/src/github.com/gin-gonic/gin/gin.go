// Package gin is a stub of the library.
package gin

import (
	"net"
	"net/http"
)

type H map[string]any

type Context struct {
	Request *http.Request
}

func (c *Context) AbortWithStatus(code int)                      {}
func (c *Context) JSON(code int, obj any)                        {}
func (c *Context) Param(key string) string                       { return "" }
func (c *Context) Query(key string) string                       { return "" }
func (c *Context) String(code int, format string, values ...any) {}

type Engine struct{}

func Default() *Engine { return nil }

func (e *Engine) GET(path string, handlers ...func(*Context))      {}
func (e *Engine) Run(addr ...string) error                         { return nil }
func (e *Engine) RunTLS(addr, certFile, keyFile string) error      { return nil }
func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

type OptionFunc func(*Engine)

func New(opts ...OptionFunc) *Engine                                      { return nil }
func (engine *Engine) RunFd(fd int) (err error)                           { return nil }
func (engine *Engine) RunListener(listener net.Listener) (err error)      { return nil }
func (engine *Engine) RunQUIC(addr, certFile, keyFile string) (err error) { return nil }
func (engine *Engine) RunUnix(file string) (err error)                    { return nil }
