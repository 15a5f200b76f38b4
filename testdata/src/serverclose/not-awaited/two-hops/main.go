// Somebody waits, but not for the stop.
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
	case "chain":
		chain(ctx)
	case "never":
		never(ctx)
	case "app":
		a := &app{srv: &http.Server{Addr: ":8080"}}
		a.run(ctx)
		<-a.drained()
	}
	if err != nil {
		log.Print(err)
	}
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// The group counts another goroutine.
func limited(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		log.Print("going down")
	}()
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
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
	}
	return err
}

// The goroutine tells before it waits.
func bare(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Go(func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	})
	all := make(chan struct{}, 1)
	go func() {
		all <- struct{}{}
		wg.Wait()
	}()
	err := serve(srv)
	<-all
	return err
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

// Done comes first.
func function(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		<-ctx.Done()
		wg.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	err := serve(srv)
	waitFor(&wg, 15*time.Second)
	return err
}

// The second goroutine waits for something else.
func chain(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	one, all := make(chan int), make(chan int)
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		close(one)
	}()
	go func() {
		<-ctx.Done()
		close(all)
	}()
	serve(srv)
	<-all
}

// Nobody receives.
func never(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	serve(srv)
}

type app struct {
	srv *http.Server
	wg  sync.WaitGroup
}

func (a *app) run(ctx context.Context) {
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		a.srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
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
