// Package server holds the servers of tracker.
package server

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"services/tracker/internal/ais"
)

// Public is for everybody.
type Public struct {
	*http.Server
	ships *ais.Table
}

// NewPublic returns a server that is not running yet.
func NewPublic(addr string, ships *ais.Table) *Public {
	p := &Public{ships: ships}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ships/{name}", p.show)
	p.Server = &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return p
}

// Run serves until Shutdown, which is http.Server's.
func (p *Public) Run() error {
	if err := p.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (p *Public) show(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, p.ships.Position(r.PathValue("name")))
}

// Partner is for ports, which may move ships too.
type Partner struct {
	http.Server
	ships     *ais.Table
	cert, key string
}

// NewPartner returns a server that is not running yet.
func NewPartner(addr string, ships *ais.Table, cert, key string) *Partner {
	p := &Partner{ships: ships, cert: cert, key: key}
	p.Addr = addr
	p.Handler = http.HandlerFunc(p.move)
	return p
}

// Run serves until Shutdown, which is http.Server's.
func (p *Partner) Run() error {
	err := p.ListenAndServeTLS(p.cert, p.key)
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func (p *Partner) move(w http.ResponseWriter, r *http.Request) {
	p.ships.Move(r.FormValue("ship"), r.FormValue("position"))
	w.WriteHeader(http.StatusNoContent)
}
