// Package web sends people on.
package web

import (
	"context"
	"net/http"
)

// Links is where the links are kept.
type Links interface {
	Target(ctx context.Context, name string) (string, error)
}

// New returns the routes.
func New(links Links) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{name}", func(w http.ResponseWriter, r *http.Request) {
		target, err := links.Target(r.Context(), r.PathValue("name"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		http.Redirect(w, r, target, http.StatusFound)
	})
	return mux
}
