// Servers whose stop is what a function returns that a library calls: the library calls that, too.
package main

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"

	"serverclose/missing-shutdown/silent-callbacks/lifetime"
)

func main() {
	var others sync.WaitGroup
	defer others.Wait()
	others.Go(func() { lifetime.RunService(&admin{http.Server{Addr: ":8081"}}) })
	others.Go(func() { lifetime.RunUntil(untilDone) })
	others.Go(func() { lifetime.RunServer(until{}) })
	if err := lifetime.Run(func() (func(), error) {
		stop, err := start()
		if err != nil {
			return nil, err
		}
		return func() {
			if stop != nil {
				stop()
			}
		}, nil
	}); err != nil {
		log.Print(err)
	}
}

func untilDone(ctx context.Context, stopped chan<- struct{}) {
	srv := &http.Server{Addr: ":8082"}
	go func() {
		<-ctx.Done()
		shutdown(srv)
		close(stopped)
	}()
	log.Print(srv.ListenAndServe())
}

type until struct{}

func (until) Serve(ctx context.Context, stopped chan<- struct{}) { untilDone(ctx, stopped) }

func start() (stop func(), err error) {
	srv := &http.Server{Addr: ":8080"}
	go func() { log.Print(srv.ListenAndServe()) }()
	return func() { shutdown(srv) }, nil
}

type admin struct{ http.Server }

func (a *admin) Start() (stop func()) {
	go func() { log.Print(a.ListenAndServe()) }()
	return func() { shutdown(&a.Server) }
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
