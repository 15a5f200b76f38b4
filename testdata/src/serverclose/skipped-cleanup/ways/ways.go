// Package ways exits while deferred calls that matter are still to run, in each way that is seen.
package ways

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/getsentry/sentry-go"
	"go.opentelemetry.io/otel/sdk/trace"
)

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func shutdown(srv *http.Server) error {
	ctx, cancel := limit()
	defer cancel()
	return srv.Shutdown(ctx)
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

// The spans of the last seconds are lost.
func tracer(ctx context.Context, srv *http.Server) {
	provider := trace.NewTracerProvider()
	defer func() {
		flushCtx, cancel := limit()
		defer cancel()
		provider.Shutdown(flushCtx)
	}()
	go serve(srv)
	<-ctx.Done()
	if err := shutdown(srv); err != nil {
		log.Fatal(err) // want `\(serverclose/skipped-cleanup\)`
	}
}

func exit(ctx context.Context, srv *http.Server) {
	defer sentry.Flush(2 * time.Second)
	go serve(srv)
	<-ctx.Done()
	shutdown(srv)
	os.Exit(0) // want `\(serverclose/skipped-cleanup\)`
}

func methodValue(ctx context.Context, srv *http.Server) {
	stop := srv.Shutdown
	defer func() {
		shutdownCtx, cancel := limit()
		defer cancel()
		stop(shutdownCtx)
	}()
	go serve(srv)
	if err := work(ctx); err != nil {
		log.Fatalf("work: %v", err) // want `\(serverclose/skipped-cleanup\)`
	}
}

func work(ctx context.Context) error {
	<-ctx.Done()
	return context.Cause(ctx)
}

// The exit is in a function that is called, or in a closure.

func called(ctx context.Context, srv *http.Server) {
	go serve(srv)
	defer shutdown(srv)
	must(work(ctx))
}

func must(err error) {
	if err != nil {
		log.Fatal(err) // want `\(serverclose/skipped-cleanup\)`
	}
}

func closure(ctx context.Context, srv *http.Server) {
	fail := func(err error) {
		log.Print(err)
		os.Exit(1) // want `\(serverclose/skipped-cleanup\)`
	}
	go serve(srv)
	defer shutdown(srv)
	if err := work(ctx); err != nil {
		fail(err)
	}
}

// The caller has the deferred calls.

type app struct {
	srv    *http.Server
	tracer *trace.TracerProvider
}

func (a *app) Run(ctx context.Context) {
	defer a.close()
	a.run(ctx)
}

func (a *app) run(ctx context.Context) {
	go serve(a.srv)
	<-ctx.Done()
	if err := context.Cause(ctx); err != nil {
		log.Fatal(err) // want `\(serverclose/skipped-cleanup\)`
	}
}

func (a *app) close() {
	ctx, cancel := limit()
	defer cancel()
	a.srv.Shutdown(ctx)
	a.tracer.Shutdown(ctx)
}

// The deferred exit runs first: deferred calls run last first.
func deferredExit(ctx context.Context, srv *http.Server) {
	code := 0
	go serve(srv)
	defer shutdown(srv)
	defer func() { os.Exit(code) }() // want `\(serverclose/skipped-cleanup\)`
	if err := work(ctx); err != nil {
		code = 1
	}
}

func list(ctx context.Context, srv *http.Server) {
	var closers []func() error
	defer func() {
		for _, c := range closers {
			c()
		}
	}()
	closers = append(closers, func() error { return shutdown(srv) })
	go serve(srv)
	if err := work(ctx); err != nil {
		log.Fatalln(err) // want `\(serverclose/skipped-cleanup\)`
	}
}
