// Each command returns when Serve returns, while Shutdown still runs in another goroutine.
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
	case "closure":
		err = closure(ctx)
	case "named":
		err = named(ctx)
	case "method-value":
		err = methodValue(ctx)
	case "channel":
		err = channel()
	case "after-func":
		err = afterFunc(ctx)
	case "slept":
		err = slept(ctx)
	case "not-waited":
		err = errors.Join(groupNotWaited(ctx), waitGroupNotWaited(ctx))
	case "another-group":
		err = anotherGroup(ctx)
	case "joined-too-early":
		err = joinedTooEarly(ctx)
	case "serve-in-goroutine":
		err = serveInGoroutine(ctx)
	case "at-the-signal":
		atTheSignal(ctx)
	case "go-stop":
		goStop(ctx)
	case "exit":
		exit(ctx)
	case "on-shutdown":
		err = onShutdown(ctx)
	case "app":
		err = (&app{srv: &http.Server{Addr: ":8080"}}).run(ctx)
	case "interface":
		err = run(ctx, &api{http.Server{Addr: ":8080"}})
	case "generic":
		err = (&service[*http.Server]{&http.Server{Addr: ":8080"}}).run(ctx)
	case "reports":
		err = reports(ctx, log.Printf)
	case "all":
		err = all(ctx)
	}
	if err != nil {
		log.Print(err)
	}
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

// serve lets the sentinel pass: it says that Shutdown has begun, not that it is over.
func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func closure(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

func named(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	go stopWhenDone(ctx, srv)
	return serve(srv)
}

func stopWhenDone(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
}

func methodValue(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	go whenDone(ctx, srv.Shutdown)
	return serve(srv)
}

func whenDone(ctx context.Context, stop func(context.Context) error) {
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	stop(shutdownCtx) // want `\(serverclose/not-awaited\)`
}

func channel() error {
	srv := &http.Server{Addr: ":8080"}
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	go func() {
		for sig := range quit {
			log.Print(sig)
			shutdownCtx, cancel := limit()
			srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
			cancel()
		}
	}()
	lis, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		return err
	}
	if err := srv.Serve(lis); err != nil && err != http.ErrServerClosed {
		return err
	}
	return nil
}

func afterFunc(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	context.AfterFunc(ctx, func() {
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	})
	return serve(srv)
}

// A Sleep is no join.
func slept(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	err := serve(srv)
	time.Sleep(time.Second)
	return err
}

func groupNotWaited(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var g errgroup.Group
	g.Go(func() error {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		return srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	})
	return serve(srv)
}

func waitGroupNotWaited(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Go(func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	})
	return serve(srv)
}

func anotherGroup(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var workers, stops sync.WaitGroup
	workers.Go(func() { <-ctx.Done() })
	stops.Add(1)
	go func() {
		defer stops.Done()
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	defer workers.Wait()
	return serve(srv)
}

// The channel is closed when the signal comes, not when the server has stopped.
func joinedTooEarly(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	stopping := make(chan struct{})
	go func() {
		<-ctx.Done()
		close(stopping)
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	if err := serve(srv); err != nil {
		return err
	}
	<-stopping
	return nil
}

// The program waits for Serve, in a goroutine of its own, and for that alone.
func serveInGoroutine(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	if err := <-errs; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// The program returns at the signal itself.
func atTheSignal(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	<-ctx.Done()
	log.Print("bye")
}

func goStop(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	<-ctx.Done()
	shutdownCtx, _ := limit()
	go srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
}

func exit(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	if err := serve(srv); err != nil {
		log.Fatal(err)
	}
	os.Exit(0)
}

// Shutdown runs what is registered in goroutines of their own, and waits for none of them.
func onShutdown(ctx context.Context) error {
	srv, admin := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}
	srv.RegisterOnShutdown(func() {
		shutdownCtx, cancel := limit()
		defer cancel()
		admin.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	})
	go serve(admin)
	go serve(srv)
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

// A struct that owns the server, and a list of what to call at the end.

type app struct {
	srv     *http.Server
	closers []func(context.Context) error
}

func (a *app) run(ctx context.Context) error {
	a.closers = append(a.closers, a.stop)
	go a.wait(ctx)
	return serve(a.srv)
}

func (a *app) wait(ctx context.Context) {
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, closer := range a.closers {
		closer(shutdownCtx)
	}
}

func (a *app) stop(ctx context.Context) error {
	return a.srv.Shutdown(ctx) // want `\(serverclose/not-awaited\)`
}

// An interface with one implementation, which embeds the server.

type runner interface {
	Start() error
	Shutdown(ctx context.Context) error
}

type api struct{ http.Server }

func (a *api) Start() error { return serve(&a.Server) }

func run(ctx context.Context, r runner) error {
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		r.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	return r.Start()
}

type server interface {
	ListenAndServe() error
	Shutdown(ctx context.Context) error
}

type service[S server] struct{ srv S }

func (s *service[S]) run(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		s.srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
	}()
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Servers of a map, which the command waits for, and their stops, which it does not.
func all(ctx context.Context) error {
	servers := map[string]*http.Server{"api": {Addr: ":8080"}, "admin": {Addr: ":8081"}}
	var g errgroup.Group
	for _, srv := range servers {
		g.Go(func() error { return serve(srv) })
	}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		for _, srv := range servers {
			srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}
	}()
	return g.Wait()
}

// What is logged when the stop is done tells nobody of it.
func reports(ctx context.Context, logf func(format string, args ...any)) error {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			logf("shutdown: %v", err)
		}
		logf("stopped")
	}()
	return serve(srv)
}
