// Package silent registers stops before the goroutine, or so that whoever stops sees them.
package silent

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func before(ctx context.Context, addrs []string) {
	var stops []func(context.Context) error
	for _, addr := range addrs {
		srv := &http.Server{Addr: addr}
		stops = append(stops, srv.Shutdown)
		go srv.ListenAndServe()
	}
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, stop := range stops {
		stop(shutdownCtx)
	}
}

// Under a lock; whoever comes after the end is stopped at once.

type app struct {
	mu     sync.Mutex
	closed bool
	stops  []func(context.Context) error
}

func (a *app) serve(srv *http.Server) {
	go func() {
		if a.add(srv.Shutdown) {
			srv.ListenAndServe()
		}
	}()
}

func (a *app) add(stop func(context.Context) error) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.closed {
		a.stops = append(a.stops, stop)
	}
	return !a.closed
}

func (a *app) close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.closed = true
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, stop := range a.stops {
		stop(shutdownCtx)
	}
}

// The list is read when every goroutine has written its part.
func joined(ctx context.Context, addrs []string) error {
	listeners := make([]net.Listener, len(addrs))
	var opened []string
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i, addr := range addrs {
		wg.Go(func() {
			lis, err := net.Listen("tcp", addr)
			if err != nil {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			listeners[i] = lis
			opened = append(opened, addr)
		})
	}
	wg.Wait()
	var stops []func(context.Context) error
	for _, lis := range listeners {
		srv := &http.Server{}
		stops = append(stops, srv.Shutdown)
		go srv.Serve(lis)
	}
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, stop := range stops {
		stop(shutdownCtx)
	}
	return nil
}

// Whoever stops waits until the goroutine has registered.
func ready(ctx context.Context) {
	var stops []func(context.Context) error
	registered := make(chan struct{})
	go func() {
		srv := &http.Server{Addr: ":8080"}
		stops = append(stops, srv.Shutdown)
		close(registered)
		srv.ListenAndServe()
	}()
	<-registered
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, stop := range stops {
		stop(shutdownCtx)
	}
}

// The list is the goroutine's own: it stops what it has started.
func own(ctx context.Context, addrs []string) {
	var wg sync.WaitGroup
	wg.Go(func() {
		var stops []func(context.Context) error
		for _, addr := range addrs {
			srv := &http.Server{Addr: addr}
			stops = append(stops, srv.Shutdown)
			go srv.ListenAndServe()
		}
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		for _, stop := range stops {
			stop(shutdownCtx)
		}
	})
	wg.Wait()
}
