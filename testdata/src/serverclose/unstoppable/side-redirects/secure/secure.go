// Package secure sends clients to HTTPS.
package secure

import "net/http"

// Redirect sends the client to HTTPS.
func Redirect(w http.ResponseWriter, r *http.Request) {
	u := *r.URL
	u.Scheme = "https"
	http.Redirect(w, r, u.String(), http.StatusMovedPermanently)
}

// Listen serves a handler.
func Listen(h http.Handler) error { return http.ListenAndServe(":8080", h) }

// ListenAndRedirect sends every client to HTTPS.
func ListenAndRedirect() error { return Listen(http.HandlerFunc(Redirect)) }
