// Package silent gives requests contexts that outlive the signal, or end on purpose.
package silent

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func shutdown(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

type key struct{}

func own() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	base := context.WithValue(context.Background(), key{}, "orders")
	srv := &http.Server{Addr: ":8080", BaseContext: func(net.Listener) context.Context { return base }}
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

func withoutCancel() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	srv.BaseContext = func(net.Listener) context.Context { return context.WithoutCancel(ctx) }
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

// What still runs when the time is over is told to end.
func later() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	base, cancel := context.WithCancel(context.Background())
	defer cancel()
	srv := &http.Server{Addr: ":8080", BaseContext: func(net.Listener) context.Context { return base }}
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

// Requests that wait for news would never end: Shutdown is to cancel them, and others do not look at the context.
func onPurpose() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	base, cancel := context.WithCancel(context.Background())
	srv := &http.Server{Addr: ":8080", BaseContext: func(net.Listener) context.Context { return base }}
	srv.RegisterOnShutdown(cancel)
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

// The connection's own context, and a value more.
func connection() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	srv.ConnContext = func(ctx context.Context, conn net.Conn) context.Context {
		return context.WithValue(ctx, key{}, conn)
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

// The caller's context: who knows what ends it.
func New(ctx context.Context) *http.Server {
	return &http.Server{BaseContext: func(net.Listener) context.Context { return ctx }}
}

// The context is the requests' own, and cancelled on purpose: so do streams that would never end hear of it.
func cutLoose() error {
	ctx, cancel := context.WithCancel(context.Background())
	srv := &http.Server{Addr: ":8080"}
	srv.BaseContext = func(net.Listener) context.Context { return ctx }
	go srv.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	cancel()
	return shutdown(srv)
}

// Whoever calls this may give it a context that no signal ends.
func Run(ctx context.Context) error {
	srv := &http.Server{
		Addr: ":8080",
		BaseContext: func(net.Listener) context.Context {
			return ctx
		},
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}
