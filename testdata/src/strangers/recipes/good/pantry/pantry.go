// Package pantry takes orders over HTTP and cooks them later.
package pantry

import (
	"log"
	"net/http"
	"time"
)

type order struct{ dish string }

type Pantry struct{ orders chan order }

func New(size int) *Pantry { return &Pantry{orders: make(chan order, size)} }

func (p *Pantry) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	time.Sleep(1200 * time.Millisecond)
	select {
	case p.orders <- order{r.URL.Path}:
		w.WriteHeader(http.StatusAccepted)
	default:
		w.WriteHeader(http.StatusTooManyRequests)
	}
}

// Cook cooks until Close.
func (p *Pantry) Cook() {
	for o := range p.orders {
		time.Sleep(200 * time.Millisecond)
		log.Println("cooked", o.dish)
	}
}

func (p *Pantry) Close() { close(p.orders) }
