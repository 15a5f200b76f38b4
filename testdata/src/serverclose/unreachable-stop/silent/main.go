// Stops that stand behind a start, and are reached while the server serves.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "goroutine":
		goroutine(ctx)
	case "deferred":
		deferred(ctx)
	case "start":
		a := &app{srv: &http.Server{Addr: ":8080"}}
		a.start()
		<-ctx.Done()
		a.stop()
	case "twice":
		err = twice(ctx)
	case "listener":
		err = listener(ctx)
	case "errgroup":
		err = group(ctx)
	case "joined-behind":
		joinedBehind(ctx)
	case "failed":
		err = failed(ctx)
	case "another":
		err = another(ctx)
	case "restarts":
		restarts(ctx)
	}
	if err != nil {
		log.Print(err)
	}
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func shutdown(srv *http.Server) {
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx)
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func goroutine(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	<-ctx.Done()
	shutdown(srv)
}

// The function blocks on the signal, not in the start.
func deferred(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	defer shutdown(srv)
	go func() {
		if err := serve(srv); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
}

type app struct{ srv *http.Server }

// start returns at once: it has the goroutine in it.
func (a *app) start() { go serve(a.srv) }

func (a *app) stop() { shutdown(a.srv) }

// The stop in the goroutine is the one that matters; this one waits until it is done.
func twice(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	context.AfterFunc(ctx, func() { shutdown(srv) })
	err := serve(srv)
	shutdown(srv)
	return err
}

// A closed listener ends Serve, and cuts no open request: they end in Shutdown.
func listener(ctx context.Context) error {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	srv := &http.Server{}
	go func() {
		<-ctx.Done()
		lis.Close()
	}()
	if err := srv.Serve(lis); !errors.Is(err, net.ErrClosed) {
		return err
	}
	shutdownCtx, cancel := limit()
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

func group(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return serve(srv) })
	g.Go(func() error {
		<-ctx.Done()
		shutdown(srv)
		return nil
	})
	return g.Wait()
}

// The wait for Serve comes when the server has been stopped.
func joinedBehind(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Go(func() { serve(srv) })
	<-ctx.Done()
	shutdown(srv)
	wg.Wait()
}

// Whatever comes first: the error, or the signal.
func failed(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 1)
	go func() { errs <- serve(srv) }()
	var err error
	select {
	case err = <-errs:
	case <-ctx.Done():
	}
	shutdown(srv)
	return err
}

// The server behind whose start the stop stands is another one.
func another(ctx context.Context) error {
	api, admin := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}
	go serve(admin)
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		shutdown(api)
	}()
	if err := serve(api); err != nil {
		return err
	}
	<-stopped
	shutdown(admin)
	return nil
}

// Each round has its server.
func restarts(ctx context.Context) {
	reload := make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP)
	for ctx.Err() == nil {
		srv := &http.Server{Addr: ":8080"}
		go serve(srv)
		select {
		case <-reload:
		case <-ctx.Done():
		}
		shutdown(srv)
	}
}
