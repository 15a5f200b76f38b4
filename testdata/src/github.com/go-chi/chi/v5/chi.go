// Package chi is a stub of the library.
package chi

import "net/http"

type Router interface {
	http.Handler
	Delete(pattern string, h http.HandlerFunc)
	Get(pattern string, h http.HandlerFunc)
	Handle(pattern string, h http.Handler)
	HandleFunc(pattern string, h http.HandlerFunc)
	Mount(pattern string, h http.Handler)
	Post(pattern string, h http.HandlerFunc)
	Put(pattern string, h http.HandlerFunc)
	Route(pattern string, fn func(r Router)) Router
	Use(middlewares ...func(http.Handler) http.Handler)
}

type Mux struct{}

func NewRouter() *Mux { return nil }

func (mx *Mux) Delete(pattern string, handlerFn http.HandlerFunc)     {}
func (mx *Mux) Get(pattern string, handlerFn http.HandlerFunc)        {}
func (mx *Mux) Handle(pattern string, handler http.Handler)           {}
func (mx *Mux) HandleFunc(pattern string, handlerFn http.HandlerFunc) {}
func (mx *Mux) Method(method, pattern string, handler http.Handler)   {}
func (mx *Mux) Mount(pattern string, handler http.Handler)            {}
func (mx *Mux) Post(pattern string, handlerFn http.HandlerFunc)       {}
func (mx *Mux) Put(pattern string, handlerFn http.HandlerFunc)        {}
func (mx *Mux) Route(pattern string, fn func(r Router)) Router        { return nil }
func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request)      {}
func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler)    {}

func URLParam(r *http.Request, key string) string { return "" }
