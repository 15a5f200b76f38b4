// Code that the model has to walk through without stumbling.
package main

import (
	"context"
	"iter"
	"net/http"
	"os/signal"
	"syscall"
)

type list[T any] struct {
	next  *list[T]
	value T
}

func (l *list[T]) all() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := 0; l != nil; i, l = i+1, l.next {
			if !yield(i, l.value) {
				return
			}
		}
	}
}

type number interface{ ~int | ~float64 }

func convert[T, U number](v T) U { return U(v) }

type named func(context.Context) error

func (n named) call(ctx context.Context) error { return n(ctx) } // strict: unbounded-stop

// Types that embed themselves.
type loop struct{ *loop }

type there struct{ *back }

type back struct{ *there }

func _() {}

func init() {}

func init() { _ = convert[int, float64](1) }

func results() (srv *http.Server, err error) {
	defer func() { recover() }()
	srv = new(http.Server)
	return
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv, err := results()
	if err != nil {
		return
	}
	servers := &list[*http.Server]{value: srv}
outer:
	for _, s := range servers.all() {
		go s.ListenAndServe()
		for {
			select {
			case <-ctx.Done():
				break outer
			default:
				continue outer
			}
		}
	}
	anonymous := struct {
		*http.Server
		stop named
	}{srv, srv.Shutdown}
	anonymous.stop.call(context.Background())
	pointer := new(*srv) // since Go 1.26; taken for the same server
	go pointer.ListenAndServe()
	var none *http.Server
	for range []any{loop{}, there{}} {
	}
	switch any(none).(type) {
	case interface{ Shutdown() }:
	}
	var array *[1]int = (*[1]int)([]int{1})
	_ = array
	goto end
end:
}
