package pool

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"
)

type Pool struct {
	name string
	free atomic.Int32
}

func New(name string) *Pool { return &Pool{name: name} }

// Fill keeps it filled.
func (p *Pool) Fill(ctx context.Context) error {
	tick := time.Tick(10 * time.Second)
	for {
		p.free.Store(10)
		select {
		case <-tick:
		case <-ctx.Done():
			return nil
		}
	}
}

// Serve hands out what is in it.
func (p *Pool) Serve(ctx context.Context) error {
	srv := &http.Server{Addr: ":7443", Handler: p}
	ended := make(chan error, 1)
	go func() { ended <- srv.ListenAndServe() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}
}

func (p *Pool) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintln(w, p.name, p.free.Add(-1))
}
