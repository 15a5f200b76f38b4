// Iterators of the standard library hand out what they are given: all but the last two servers are stopped.
package main

import (
	"context"
	"maps"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"
)

type stops []func(context.Context) error

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	backward := &http.Server{Addr: ":8080"}
	go backward.ListenAndServe()
	all := &http.Server{Addr: ":8081"}
	go all.ListenAndServe()
	values := &http.Server{Addr: ":8082"}
	go values.ListenAndServe()
	named := map[string]*http.Server{"api": {Addr: ":8083"}}
	go named["api"].ListenAndServe()
	keyed := map[*http.Server]string{{Addr: ":8084"}: "web"}
	for srv := range keyed {
		go srv.ListenAndServe()
	}
	collected := &http.Server{Addr: ":8085"}
	go collected.ListenAndServe()
	reversed := &http.Server{Addr: ":8086"}
	go reversed.ListenAndServe()
	closed := &http.Server{Addr: ":8087"}
	go closed.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`
	listed := []*http.Server{{Addr: ":8088"}}
	go listed[0].ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`

	<-ctx.Done()
	fresh, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	for _, stop := range slices.Backward(stops{backward.Shutdown}) {
		stop(fresh)
	}
	for _, srv := range slices.All([]*http.Server{all}) {
		srv.Shutdown(fresh)
	}
	for srv := range slices.Values([]*http.Server{values}) {
		if srv.Shutdown(fresh) != nil {
			break
		}
	}
	for _, srv := range maps.All(named) {
		srv.Shutdown(fresh)
	}
	for srv := range maps.Keys(keyed) {
		srv.Shutdown(fresh)
	}
	for _, srv := range slices.Collect(maps.Values(map[string]*http.Server{"": collected})) {
		srv.Shutdown(fresh)
	}
	order := []*http.Server{reversed}
	slices.Reverse(order)
	for _, srv := range slices.Clone(order) {
		srv.Shutdown(fresh)
	}
	for _, srv := range slices.Backward(listed) {
		println(srv.Addr)
	}
}
