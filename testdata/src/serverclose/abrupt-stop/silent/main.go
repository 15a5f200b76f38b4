// Servers that are closed, or stopped, where nothing is cut by it.
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

	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "failed":
		err = failed(ctx)
	case "always":
		err = always(ctx)
	case "timer":
		timer(ctx)
	case "select":
		selected(ctx)
	case "second-signal":
		secondSignal(ctx)
	case "start":
		err = start(ctx)
	case "app":
		a := &app{srv: &http.Server{Addr: ":8080"}}
		defer a.Close()
		err = a.run(ctx)
	case "listener":
		err = listener(ctx)
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

// The time is over: what is still open is cut.
func failed(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	if err := srv.Shutdown(shutdownCtx); err != nil {
		return errors.Join(err, srv.Close())
	}
	return nil
}

// After Shutdown there is little left to close.
func always(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	defer srv.Close()
	go serve(srv)
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

func timer(ctx context.Context) {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	go srv.Serve(lis)
	<-ctx.Done()
	timer := time.AfterFunc(10*time.Second, func() {
		log.Print("cutting what is still open")
		srv.Stop()
	})
	defer timer.Stop()
	srv.GracefulStop()
}

func selected(ctx context.Context) {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	go srv.Serve(lis)
	<-ctx.Done()
	stopped := make(chan struct{})
	go func() {
		srv.GracefulStop()
		close(stopped)
	}()
	select {
	case <-stopped:
	case <-time.After(10 * time.Second):
		srv.Stop()
	}
}

// Whoever sends a second signal wants it so.
func secondSignal(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	<-ctx.Done()
	again := make(chan os.Signal, 1)
	signal.Notify(again, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-again
		srv.Close()
	}()
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx)
}

// What cannot start has no open requests.
func start(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 1)
	go func() { errs <- serve(srv) }()
	if err := announce(srv.Addr); err != nil {
		srv.Close()
		return err
	}
	select {
	case err := <-errs:
		srv.Close()
		return err
	case <-ctx.Done():
	}
	shutdownCtx, cancel := limit()
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

func announce(addr string) error {
	_, err := net.LookupHost(addr)
	return err
}

// Close is for whoever did not stop the server before.
type app struct {
	srv  *http.Server
	once sync.Once
}

func (a *app) run(ctx context.Context) error {
	go serve(a.srv)
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	return a.Shutdown(shutdownCtx)
}

func (a *app) Shutdown(ctx context.Context) (err error) {
	a.once.Do(func() { err = a.srv.Shutdown(ctx) })
	return err
}

func (a *app) Close() (err error) {
	a.once.Do(func() { err = a.srv.Close() })
	return err
}

// The Close of a listener ends the loop that accepts; connections go on.
func listener(ctx context.Context) error {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	context.AfterFunc(ctx, func() { lis.Close() })
	var conns sync.WaitGroup
	defer conns.Wait()
	for {
		conn, err := lis.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		conns.Go(func() {
			defer conn.Close()
			conn.Write([]byte("hello\n"))
		})
	}
}
