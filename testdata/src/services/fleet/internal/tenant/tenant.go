// Package tenant keeps one server for each tenant.
package tenant

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"net/http"
	"slices"
	"sync"
)

// Servers are the tenants' servers by name.
type Servers map[string]*http.Server

// Add makes a server that is not running yet.
func (s Servers) Add(name, addr string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s: %s\n", name, r.URL.Path)
	})
	s[name] = &http.Server{Addr: addr, Handler: mux}
}

// Start starts every server. The channel gets the errors of those that fail.
func (s Servers) Start() <-chan error {
	failed := make(chan error, len(s))
	for name, srv := range s.sorted() {
		go func() {
			if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
				failed <- fmt.Errorf("%s: %w", name, err)
			}
		}()
	}
	return failed
}

// Shutdown stops all servers at the same time.
func (s Servers) Shutdown(ctx context.Context) error {
	var wg sync.WaitGroup
	errs := make(chan error, len(s))
	for name, srv := range s.sorted() {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := srv.Shutdown(ctx); err != nil {
				errs <- fmt.Errorf("%s: %w", name, err)
				return
			}
			errs <- nil
		}()
	}
	wg.Wait()
	close(errs)
	var all error
	for err := range errs {
		all = errors.Join(all, err)
	}
	return all
}

func (s Servers) sorted() iter.Seq2[string, *http.Server] {
	return func(yield func(string, *http.Server) bool) {
		for _, name := range slices.Sorted(maps.Keys(s)) {
			if !yield(name, s[name]) {
				return
			}
		}
	}
}
