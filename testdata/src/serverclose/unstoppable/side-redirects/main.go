// Listeners that send clients to HTTPS, or answer ACME's challenges: nothing is in flight there. Strict.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/url"
	"os/signal"
	"strings"
	"syscall"

	"golang.org/x/crypto/acme/autocert"

	"serverclose/unstoppable/side-redirects/secure"
)

type redirector struct{ host string }

func (rd redirector) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	target := url.URL{Scheme: "https", Host: rd.host, Path: r.URL.Path, RawQuery: r.URL.RawQuery}
	w.Header().Set("Connection", "close")
	http.Redirect(w, r, target.String(), http.StatusPermanentRedirect)
}

func (rd redirector) handle(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://"+rd.host+r.RequestURI, http.StatusMovedPermanently)
}

func toHTTPS(w http.ResponseWriter, r *http.Request) {
	host, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		host = r.Host
	}
	if r.Method != http.MethodGet {
		http.Error(w, "use HTTPS", http.StatusBadRequest)
		return
	}
	log.Printf("%s is sent to HTTPS", r.RemoteAddr)
	http.Redirect(w, r, target(host, r), http.StatusFound)
}

func target(host string, r *http.Request) string {
	return fmt.Sprintf("https://%s%s", strings.TrimSuffix(host, "."), r.URL.RequestURI())
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	certManager := autocert.Manager{Prompt: autocert.AcceptTOS}

	go http.ListenAndServe(":80", certManager.HTTPHandler(nil))                                     // strict: unstoppable
	go http.ListenAndServe(":81", http.RedirectHandler("https://example.com/", 301))                // strict: unstoppable
	go http.ListenAndServe(":82", http.HandlerFunc(toHTTPS))                                        // strict: unstoppable
	go http.ListenAndServe(":83", redirector{"example.com"})                                        // strict: unstoppable
	go http.ListenAndServe(":84", http.HandlerFunc(redirector{"example.com"}.handle))               // strict: unstoppable
	go http.ListenAndServe(":85", certManager.HTTPHandler(http.HandlerFunc(toHTTPS)))               // strict: unstoppable
	go http.ListenAndServe(":86", http.HandlerFunc(secure.Redirect))                                // strict: unstoppable
	go http.ListenAndServe(":87", http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) { // strict: unstoppable
		http.Redirect(w, req, "https://"+req.Host+req.URL.String(), http.StatusMovedPermanently)
	}))
	mux := http.NewServeMux()
	mux.HandleFunc("/", toHTTPS)
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	go secure.Listen(mux)         // strict: unstoppable
	go secure.ListenAndRedirect() // strict: unstoppable
	<-ctx.Done()
}
