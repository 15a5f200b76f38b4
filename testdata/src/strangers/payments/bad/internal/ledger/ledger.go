package ledger

import (
	"fmt"
	"net/http"
	"sync/atomic"
	"time"
)

type Config struct {
	Addr  string
	Start int64
}

type API struct{ balance atomic.Int64 }

func NewAPI(c Config) *API {
	a := &API{}
	a.balance.Store(c.Start)
	return a
}

func (a *API) Mount(m *http.ServeMux) {
	m.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(1200 * time.Millisecond)
		fmt.Fprintln(w, a.balance.Add(1))
	})
}

func (a *API) Balance() int64 { return a.balance.Load() }
