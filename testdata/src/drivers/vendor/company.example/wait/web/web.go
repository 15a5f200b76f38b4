// Package web is a dependency that serves.
package web

import "net/http"

// Run serves for ever, over HTTP and over TLS.
func Run(handler http.Handler) error {
	plain := &http.Server{Addr: ":80", Handler: handler}
	go plain.ListenAndServe()
	tls := &http.Server{Addr: ":443", Handler: handler}
	return tls.ListenAndServeTLS("cert.pem", "key.pem")
}
