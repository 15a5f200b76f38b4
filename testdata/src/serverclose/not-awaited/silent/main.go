// Each command waits for its stop before it returns.
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

	"example.com/owner"
	"github.com/oklog/run"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "channel":
		err = channel(ctx)
	case "result":
		err = result(ctx)
	case "wait-group":
		err = waitGroup(ctx)
	case "deferred-wait":
		err = deferredWait(ctx)
	case "context":
		err = byContext(ctx)
	case "after-func":
		err = afterFunc(ctx)
	case "errgroup":
		err = group(ctx)
	case "actors":
		err = actors()
	case "grpc":
		err = rpc(ctx)
	case "itself":
		err = itself(ctx)
	case "deferred-stop":
		deferredStop(ctx)
	case "second-stop":
		err = secondStop(ctx)
	case "app":
		a := newApp()
		defer a.wait()
		err = a.run(ctx)
	case "returned":
		wait := returned(ctx)
		defer wait()
	case "escapes":
		err = escapes()
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

// As the example of net/http's Shutdown. An error at the start returns at once: then there is nothing to wait for.
func channel(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	idleConnsClosed := make(chan struct{})
	go func() {
		defer close(idleConnsClosed)
		<-ctx.Done()
		ctx, cancel := limit() // shadows the one that is done
		defer cancel()
		if err := srv.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	<-idleConnsClosed
	return nil
}

// The result of Shutdown is what main waits for.
func result(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		stopped <- srv.Shutdown(shutdownCtx)
	}()
	if err := serve(srv); err != nil {
		return err
	}
	return <-stopped
}

func waitGroup(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx)
	}()
	err := serve(srv)
	wg.Wait()
	return err
}

// The wait is deferred, the goroutine is the group's own.
func deferredWait(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	wg.Go(func() { stopWhenDone(ctx, srv) })
	return serve(srv)
}

func stopWhenDone(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx)
}

// A context that is cancelled when the server has stopped.
func byContext(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	stopped, over := context.WithCancel(context.Background())
	go func() {
		defer over()
		stopWhenDone(ctx, srv)
	}()
	if err := serve(srv); err != nil {
		return err
	}
	<-stopped.Done()
	return nil
}

// If the function has begun, wait for its end.
func afterFunc(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	done := make(chan struct{})
	cancelled := context.AfterFunc(ctx, func() {
		defer close(done)
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx)
	})
	err := serve(srv)
	if !cancelled() {
		<-done
	}
	return err
}

func group(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return serve(srv) })
	g.Go(func() error {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return srv.Shutdown(shutdownCtx)
	})
	return g.Wait()
}

// Run calls each interrupt function, and waits for each actor.
func actors() error {
	srv := &http.Server{Addr: ":8080"}
	var g run.Group
	g.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))
	g.Add(func() error { return serve(srv) }, func(error) {
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx)
	})
	return g.Run()
}

// Serve of a gRPC server returns when GracefulStop is done.
func rpc(ctx context.Context) error {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	srv := grpc.NewServer()
	go func() {
		<-ctx.Done()
		timer := time.AfterFunc(10*time.Second, srv.Stop)
		defer timer.Stop()
		srv.GracefulStop()
	}()
	return srv.Serve(lis)
}

// The main goroutine stops the server itself.
func itself(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 1)
	go func() { errs <- serve(srv) }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
	}
	shutdownCtx, cancel := limit()
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

func deferredStop(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	defer func() {
		shutdownCtx, cancel := limit()
		defer cancel()
		_ = srv.Shutdown(shutdownCtx)
	}()
	<-ctx.Done()
}

// A second Shutdown waits for open requests as the first does.
func secondStop(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	go stopWhenDone(ctx, srv)
	if err := serve(srv); err != nil {
		return err
	}
	shutdownCtx, cancel := limit()
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

// The channel is a field, the wait a method that the caller defers.

type app struct {
	srv     *http.Server
	stopped chan struct{}
}

func newApp() *app {
	return &app{srv: &http.Server{Addr: ":8080"}, stopped: make(chan struct{})}
}

func (a *app) run(ctx context.Context) error {
	go a.stop(ctx)
	return serve(a.srv)
}

func (a *app) stop(ctx context.Context) {
	defer close(a.stopped)
	stopWhenDone(ctx, a.srv)
}

func (a *app) wait() { <-a.stopped }

// The wait is a function that the caller is given.
func returned(ctx context.Context) (wait func()) {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	var wg sync.WaitGroup
	wg.Go(func() { stopWhenDone(ctx, srv) })
	return wg.Wait
}

// A library that is given the stop, and waited for, may well call it to the end.
func escapes() error {
	srv := &http.Server{Addr: ":8080"}
	owner.OnStop("http", func(ctx context.Context) { srv.Shutdown(ctx) })
	err := serve(srv)
	owner.Wait()
	return err
}
