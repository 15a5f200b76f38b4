// Package ways makes the context that the signal ends that of requests, in each way that is seen.
package ways

import (
	"context"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func shutdown(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

func assigned() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	srv.BaseContext = func(net.Listener) context.Context { return ctx } // want `\(serverclose/cancelled-requests\)`
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

type key struct{}

func derived() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	base, cancel := context.WithCancel(context.WithValue(ctx, key{}, "orders"))
	defer cancel()
	srv := &http.Server{Addr: ":8080", BaseContext: func(net.Listener) context.Context { return base }} // want `\(serverclose/cancelled-requests\)`
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

func connections() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	srv.ConnContext = func(_ context.Context, conn net.Conn) context.Context { // want `\(serverclose/cancelled-requests\)`
		return context.WithValue(ctx, key{}, conn.RemoteAddr())
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

func group() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	g, ctx := errgroup.WithContext(ctx)
	srv := &http.Server{Addr: ":8080"}
	srv.BaseContext = func(net.Listener) context.Context { return ctx } // want `\(serverclose/cancelled-requests\)`
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		return shutdown(srv)
	})
	return g.Wait()
}

// The function has a name, is a method, or is made by another one.

type app struct {
	ctx context.Context
	srv *http.Server
}

func newApp(ctx context.Context) *app {
	a := &app{ctx: ctx, srv: &http.Server{Addr: ":8080"}}
	a.srv.BaseContext = a.baseContext // want `\(serverclose/cancelled-requests\)`
	return a
}

func (a *app) baseContext(net.Listener) context.Context { return a.ctx }

func (a *app) run() error {
	go a.srv.ListenAndServe()
	<-a.ctx.Done()
	return shutdown(a.srv)
}

func made() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	a := newApp(ctx)
	other := &http.Server{Addr: ":8081", BaseContext: always(ctx)} // want `\(serverclose/cancelled-requests\)`
	go other.ListenAndServe()
	err := a.run()
	shutdown(other)
	return err
}

func always(ctx context.Context) func(net.Listener) context.Context {
	return func(net.Listener) context.Context { return ctx }
}
