// Stops with a limit.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

var timeout = flag.Duration("shutdown-timeout", 10*time.Second, "how long to wait for open requests")

func main() {
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch flag.Arg(0) {
	case "contexts":
		contexts(ctx)
	case "timer":
		err = timer(ctx)
	case "select":
		err = selected(ctx)
	case "context":
		err = byContext(ctx)
	case "second-signal":
		err = secondSignal(ctx)
	case "left":
		err = left(ctx)
	case "watchdog":
		err = watchdog(ctx)
	}
	if err != nil {
		log.Print(err)
	}
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func newServer() (srv *grpc.Server, notServing func(), lis net.Listener) {
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	srv = grpc.NewServer()
	checks := health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	return srv, checks.Shutdown, lis
}

func contexts(ctx context.Context) {
	a, b, c, app := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}, &http.Server{Addr: ":8082"}, fiber.New()
	go serve(a)
	go serve(b)
	go serve(c)
	go app.Listen(":3000")
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()
	a.Shutdown(limited)
	until, cancelUntil := context.WithDeadline(context.WithoutCancel(ctx), time.Now().Add(10*time.Second))
	defer cancelUntil()
	b.Shutdown(context.WithValue(until, key{}, "b"))
	app.ShutdownWithTimeout(10 * time.Second)

	again, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM) // whoever sends one more
	defer stop()
	c.Shutdown(again)
}

type key struct{}

func timer(ctx context.Context) error {
	srv, notServing, lis := newServer()
	go func() {
		<-ctx.Done()
		notServing()
		timer := time.AfterFunc(*timeout, srv.Stop)
		defer timer.Stop()
		srv.GracefulStop()
	}()
	return srv.Serve(lis)
}

func selected(ctx context.Context) error {
	srv, notServing, lis := newServer()
	go srv.Serve(lis)
	<-ctx.Done()
	notServing()
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		srv.GracefulStop()
	}()
	select {
	case <-stopped:
	case <-time.After(*timeout):
		srv.Stop()
	}
	return nil
}

func byContext(ctx context.Context) error {
	srv, notServing, lis := newServer()
	go srv.Serve(lis)
	<-ctx.Done()
	notServing()
	limited, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()
	context.AfterFunc(limited, srv.Stop)
	srv.GracefulStop()
	return nil
}

func secondSignal(ctx context.Context) error {
	srv, notServing, lis := newServer()
	go srv.Serve(lis)
	<-ctx.Done()
	notServing()
	again := make(chan os.Signal, 1)
	signal.Notify(again, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-again
		srv.Stop()
	}()
	srv.GracefulStop()
	return nil
}

// The caller returns when the time is over, whatever the stop does.
func left(ctx context.Context) error {
	srv, notServing, lis := newServer()
	go srv.Serve(lis)
	<-ctx.Done()
	notServing()
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		srv.GracefulStop()
	}()
	select {
	case <-stopped:
		return nil
	case <-time.After(*timeout):
		return errors.New("not stopped in time")
	}
}

// The process ends when the time is over.
func watchdog(ctx context.Context) error {
	srv, notServing, lis := newServer()
	go srv.Serve(lis)
	<-ctx.Done()
	notServing()
	time.AfterFunc(*timeout, func() { os.Exit(1) })
	srv.GracefulStop()
	return nil
}
