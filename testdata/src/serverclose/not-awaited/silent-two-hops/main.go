// What main waits for comes from a goroutine that itself waits for the stop.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"serverclose/not-awaited/silent-two-hops/drain"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "limited":
		err = limited(ctx)
	case "bare":
		err = bare(ctx)
	case "function":
		err = function(ctx)
	case "package":
		err = inPackage(ctx)
	case "errgroup":
		err = group(ctx)
	case "chain":
		chain(ctx)
	case "context":
		byContext(ctx)
	case "merged":
		merged(ctx)
	case "app":
		a := &app{srv: &http.Server{Addr: ":8080"}}
		a.run(ctx)
		<-a.drained()
	case "service":
		newService().Run(ctx)
	}
	if err != nil {
		log.Print(err)
	}
}

// stopWhenDone stops the server at the signal.
func stopWhenDone(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx)
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func limited(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		stopWhenDone(ctx, srv)
	}()
	err := serve(srv)

	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		log.Print("gave up")
	}
	return err
}

func bare(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	wg := &sync.WaitGroup{}
	wg.Go(func() { stopWhenDone(ctx, srv) })
	all := make(chan struct{})
	go func() {
		wg.Wait()
		all <- struct{}{}
	}()
	if err := serve(srv); err != nil {
		return err
	}
	<-all
	return nil
}

func waitFor(wg *sync.WaitGroup, d time.Duration) bool {
	c := make(chan struct{})
	go func() { wg.Wait(); close(c) }()
	select {
	case <-c:
		return true
	case <-time.After(d):
		return false
	}
}

func function(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		stopWhenDone(ctx, srv)
		wg.Done()
	}()
	err := serve(srv)
	if !waitFor(&wg, 15*time.Second) {
		return errors.New("timed out")
	}
	return err
}

func inPackage(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Go(func() { stopWhenDone(ctx, srv) })
	return errors.Join(serve(srv), drain.Wait(&wg, 15*time.Second))
}

func group(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return serve(srv) })
	g.Go(func() error {
		stopWhenDone(ctx, srv)
		return nil
	})
	errc := make(chan error, 1)
	go func() { errc <- g.Wait() }()
	select {
	case err := <-errc:
		return err
	case <-time.After(time.Hour):
		return errors.New("an hour is enough")
	}
}

func chain(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	one, two, all := make(chan int), make(chan int), make(chan int)
	go func() {
		stopWhenDone(ctx, srv)
		close(one)
	}()
	go func() {
		<-one
		close(two)
	}()
	go func() {
		<-two
		log.Print("stopped")
		close(all)
	}()
	serve(srv)
	<-all
}

func byContext(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		stopWhenDone(ctx, srv)
	}()
	over, end := context.WithCancel(context.Background())
	go func() {
		<-stopped
		end()
	}()
	serve(srv)
	<-over.Done()
}

func background[T any](f func() T) <-chan T {
	c := make(chan T, 1)
	go func() {
		defer close(c)
		c <- f()
	}()
	return c
}

func merge[T any](all ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T)
	for _, c := range all {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func merged(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	for err := range merge(
		background(func() error { return serve(srv) }),
		background(func() error { stopWhenDone(ctx, srv); return nil }),
	) {
		if err != nil {
			log.Print(err)
		}
	}
}

type app struct {
	srv *http.Server
	wg  sync.WaitGroup
}

func (a *app) run(ctx context.Context) {
	a.wg.Go(func() { stopWhenDone(ctx, a.srv) })
	serve(a.srv)
}

func (a *app) drained() <-chan struct{} {
	c := make(chan struct{})
	go func() {
		a.wg.Wait()
		close(c)
	}()
	return c
}

type service struct {
	server        *http.Server
	stopped, done chan struct{}
}

func newService() *service {
	return &service{server: &http.Server{Addr: ":8080"}, stopped: make(chan struct{}), done: make(chan struct{})}
}

func (s *service) Run(ctx context.Context) {
	go s.shutdown(ctx)
	go s.collect()
	s.server.ListenAndServe()
	s.wait()
}

func (s *service) shutdown(ctx context.Context) {
	defer close(s.stopped)
	stopWhenDone(ctx, s.server)
}

func (s *service) collect() {
	defer close(s.done)
	<-s.stopped
}

func (s *service) wait() {
	for range s.done {
		log.Print("not yet")
	}
}
