// Listeners that redirect among other things, or whose work it is to redirect.
package main

import (
	"context"
	"database/sql"
	"net/http"
	"os/signal"
	"syscall"

	"golang.org/x/crypto/acme/autocert"
)

type links struct {
	db     *sql.DB
	byName map[string]string
}

func (l *links) short(w http.ResponseWriter, r *http.Request) {
	var target string
	if err := l.db.QueryRow("SELECT target FROM links WHERE name = $1", r.URL.Path).Scan(&target); err != nil {
		http.NotFound(w, r)
		return
	}
	http.Redirect(w, r, "https://"+target, http.StatusFound)
}

func (l *links) named(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, l.byName[r.URL.Path], http.StatusFound)
}

func onlyHTTPS(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS == nil {
			http.Redirect(w, r, "https://"+r.Host, http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	var certManager autocert.Manager
	l := &links{byName: map[string]string{}}
	orders := http.NewServeMux()
	orders.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})

	go http.ListenAndServe(":80", certManager.HTTPHandler(orders)) // want `serverclose/unstoppable`
	go http.ListenAndServe(":81", http.HandlerFunc(l.short))       // want `serverclose/unstoppable`
	go http.ListenAndServe(":82", http.HandlerFunc(l.named))       // want `serverclose/unstoppable`
	go http.ListenAndServe(":83", onlyHTTPS(orders))               // want `serverclose/unstoppable`
	mux := http.NewServeMux()
	mux.Handle("/old/", http.RedirectHandler("/new/", http.StatusFound))
	mux.Handle("/new/", orders)
	go http.ListenAndServe(":84", mux) // want `serverclose/unstoppable`
	<-ctx.Done()
}
