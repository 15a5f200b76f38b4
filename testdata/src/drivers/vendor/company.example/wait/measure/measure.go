// Package measure is a dependency: a middleware that can serve what it measures on a port of its own.
package measure

import "net/http"

// A Middleware measures.
type Middleware struct {
	addr   string
	server *http.Server
}

// Listen makes Use serve on a port of its own.
func (m *Middleware) Listen(addr string) { m.addr = addr }

// Use measures the handler.
func (m *Middleware) Use(next http.Handler) http.Handler {
	if m.addr != "" {
		m.serve(next)
	}
	return next
}

func (m *Middleware) serve(next http.Handler) {
	if m.addr != "" {
		m.server = &http.Server{Addr: m.addr, Handler: next}
		go m.server.ListenAndServe()
	}
}
