// Exits that skip nothing of weight.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
)

func main() {
	switch os.Args[1] {
	case "run":
		os.Exit(run())
	case "starting":
		starting()
	case "explicit":
		explicit()
	case "first":
		exitLast()
	case "small":
		small()
	case "scope":
		scope()
	case "panics":
		panics()
	}
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func shutdown(srv *http.Server) error {
	ctx, cancel := limit()
	defer cancel()
	return srv.Shutdown(ctx)
}

func serve(srv *http.Server, lis net.Listener) {
	if err := srv.Serve(lis); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

// Deferred calls have run when run returns.
func run() (code int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	srv := &http.Server{}
	defer func() {
		if err := shutdown(srv); err != nil {
			code = 1
		}
	}()
	go serve(srv, lis)
	<-ctx.Done()
	return 0
}

// While the program starts there is nothing to stop or to flush yet.
func starting() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	provider := trace.NewTracerProvider()
	defer func() {
		flushCtx, cancel := limit()
		defer cancel()
		provider.Shutdown(flushCtx)
	}()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{}
	defer shutdown(srv)
	go serve(srv, lis)
	<-ctx.Done()
}

// The cleanup stands before the exit.
func explicit() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{}
	provider := trace.NewTracerProvider()
	go serve(srv, lis)
	<-ctx.Done()
	flushCtx, cancel := limit()
	err = errors.Join(shutdown(srv), provider.Shutdown(flushCtx))
	cancel()
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(0)
}

// Deferred calls run last first: this exit is the last of all.
func exitLast() {
	code := 0
	defer func() { os.Exit(code) }()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		code = 1
		return
	}
	srv := &http.Server{}
	go serve(srv, lis)
	defer shutdown(srv)
	<-ctx.Done()
}

// Files, timers and contexts are the system's to end.
func small() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	defer lis.Close()
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	srv := &http.Server{}
	go serve(srv, lis)
	<-ctx.Done()
	if err := shutdown(srv); err != nil {
		log.Fatal(err)
	}
}

// The deferred calls belong to a function that has returned.
func scope() {
	if err := wait(); err != nil {
		log.Fatal(err)
	}
}

func wait() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	srv := &http.Server{}
	defer shutdown(srv)
	go serve(srv, lis)
	<-ctx.Done()
	return context.Cause(ctx)
}

// A panic runs the deferred calls of its goroutine.
func panics() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{}
	defer shutdown(srv)
	go serve(srv, lis)
	<-ctx.Done()
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		panic(err)
	}
}
