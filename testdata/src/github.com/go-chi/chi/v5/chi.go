// Package chi is a stub of the library.
package chi

import "net/http"

type Mux struct{}

func NewRouter() *Mux { return nil }

func (mx *Mux) Get(pattern string, handlerFn http.HandlerFunc)      {}
func (mx *Mux) Method(method, pattern string, handler http.Handler) {}
func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request)    {}
func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler)  {}
