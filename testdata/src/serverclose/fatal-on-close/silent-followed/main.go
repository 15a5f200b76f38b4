// The error goes some way, and the sentinel does not come to the exit, or not before the drain has ended.
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
)

// errClosed is another name of the sentinel.
var errClosed = http.ErrServerClosed

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	switch os.Args[1] {
	case "received-afterwards":
		errs := make(chan error, 1)
		go func() { errs <- srv.ListenAndServe() }()
		<-ctx.Done()
		shutdown(srv)
		if err := <-errs; err != nil {
			log.Fatal(err)
		}
	case "another-comes-first":
		errs := make(chan error, 2)
		go func() { errs <- srv.ListenAndServe() }()
		go func() {
			<-ctx.Done()
			errs <- errors.New("signal received")
		}()
		err := <-errs
		log.Print(err)
		shutdown(srv)
		os.Exit(1)
	case "another-name":
		go func() {
			if err := srv.ListenAndServe(); err != errClosed {
				log.Fatal(err)
			}
		}()
		<-ctx.Done()
		shutdown(srv)
	case "wrapped":
		go func() {
			err := srv.ListenAndServe()
			if err != nil {
				err = &serveError{err}
			}
			if !errors.Is(err, http.ErrServerClosed) {
				log.Fatal(err)
			}
		}()
		<-ctx.Done()
		shutdown(srv)
	case "deferred-wait":
		if err := deferred(ctx, srv); err != nil {
			log.Fatal(err)
		}
	case "wait-in-a-helper":
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-ctx.Done()
			shutdown(srv)
		}()
		log.Print(srv.ListenAndServe())
		finish(&wg)
		os.Exit(1)
	case "lock":
		var mu sync.Mutex
		go func() {
			err := srv.ListenAndServe()
			mu.Lock()
			log.Fatal(err)
		}()
		<-ctx.Done()
		mu.Lock()
		shutdown(srv)
		mu.Unlock()
	case "callback":
		go func() {
			unlessClosed(srv.ListenAndServe(), func(err error) {
				if err != nil {
					log.Fatal(err)
				}
			})
		}()
		<-ctx.Done()
		shutdown(srv)
	}
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

type serveError struct{ error }

func (e *serveError) Unwrap() error { return e.error }

func deferred(ctx context.Context, srv *http.Server) error {
	done := make(chan struct{})
	defer func() { <-done }()
	go func() {
		defer close(done)
		<-ctx.Done()
		shutdown(srv)
	}()
	return srv.ListenAndServe()
}

func finish(wg *sync.WaitGroup) { wg.Wait() }

func unlessClosed(err error, f func(error)) {
	if err != http.ErrServerClosed {
		f(err)
	}
}
