// Package loans lends and takes back.
package loans

import (
	"io"
	"net/http"
	"sync/atomic"
	"time"
)

type Desk struct{ lent atomic.Int64 }

func NewDesk() *Desk { return new(Desk) }

func (d *Desk) PublicHandler() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("/borrow", d.slowly("borrowed"))
	return m
}

func (d *Desk) PartnerHandler() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("/transfer", d.slowly("transferred"))
	return m
}

func (d *Desk) slowly(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(1200 * time.Millisecond)
		d.lent.Add(1)
		io.WriteString(w, what)
	}
}
