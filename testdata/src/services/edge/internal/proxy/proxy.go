// Package proxy hands requests to the services behind.
package proxy

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

// Upstreams tells where a request goes.
type Upstreams interface {
	Lookup(host string) (*url.URL, bool)
}

// New returns the server of the proxy.
func New(addr string, upstreams Upstreams) *http.Server {
	return &http.Server{
		Addr:              addr,
		ReadHeaderTimeout: 5 * time.Second,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			target, ok := upstreams.Lookup(r.Host)
			if !ok {
				http.NotFound(w, r)
				return
			}
			httputil.NewSingleHostReverseProxy(target).ServeHTTP(w, r)
		}),
	}
}
