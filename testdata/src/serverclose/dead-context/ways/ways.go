// Package ways hands dead contexts to stops in each way that is seen.
package ways

import (
	"context"
	"errors"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"go.opentelemetry.io/otel/sdk/trace"
	"golang.org/x/sync/errgroup"
)

func parameter(ctx context.Context, srv *http.Server) error {
	errs := make(chan error)
	go func() { errs <- srv.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		return srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 24`
	}
}

func derived(ctx context.Context, srv *http.Server) {
	done := ctx.Done()
	<-done
	shutdownCtx, cancel := context.WithTimeout(context.WithValue(ctx, key{}, 1), time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx) // want `Shutdown gets shutdownCtx, which line 32 derives from context.WithValue\(ctx, key{}, 1\), done since line 31`
}

type key struct{}

func cancelled(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 41`
}

func cancelledWithCause(srv *http.Server) {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("over"))
	srv.Shutdown(ctx) // want `Shutdown gets ctx`
}

func stopped(srv *http.Server) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	stop()
	srv.Shutdown(ctx) // want `Shutdown gets ctx`
}

func group(srv *http.Server) {
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(ctx) // want `Shutdown gets ctx`
	})
	g.Wait()
	srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 64`
}

func inGoroutine(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	go func() {
		srv.Shutdown(ctx) // want `Shutdown gets ctx`
	}()
	go srv.Shutdown(ctx) // want `Shutdown gets ctx`
}

func deferred(ctx context.Context, srv *http.Server, tracer *trace.TracerProvider) {
	defer tracer.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 84: it gives up at once and what it still holds is lost`
	defer func() {
		if err := srv.Shutdown(ctx); err != nil { // want `Shutdown gets ctx`
			panic(err)
		}
	}()
	go srv.ListenAndServe()
	<-ctx.Done()
}

func assignedLater(srv *http.Server) {
	var ctx context.Context
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	func() { defer cancel() }()
	<-ctx.Done()
	func() { srv.Shutdown(ctx) }() // want `Shutdown gets ctx`
}

// A helper whose deferred cancel ends the context that it returns.

func limit() context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return ctx
}

func helper(srv *http.Server) {
	srv.Shutdown(limit()) // want `Shutdown gets limit\(\)`
}

// Stops through functions of the package.

type server struct {
	ctx  context.Context
	http *http.Server
	echo *echo.Echo
	app  *fiber.App
}

func (s *server) stop(reason string, ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return errors.Join(s.http.Shutdown(limited), s.echo.Shutdown(limited))
}

func (s *server) run(ctx context.Context) {
	<-ctx.Done()
	s.stop("signal", ctx)          // want `stop gets ctx`
	s.echo.Shutdown(ctx)           // want `Shutdown gets ctx`
	s.app.ShutdownWithContext(ctx) // want `ShutdownWithContext gets ctx`
	stop := s.http.Shutdown
	stop(ctx)                            // want `stop gets ctx`
	(*http.Server).Shutdown(s.http, ctx) // want `Shutdown gets ctx`
}

func (s *server) field() {
	<-s.ctx.Done()
	s.http.Shutdown(s.ctx) // want `Shutdown gets s.ctx`
}

// The literal is called when the context is done.
func afterFunc(ctx context.Context, srv *http.Server) {
	context.AfterFunc(ctx, func() {
		srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line`
	})
	stop := context.AfterFunc(ctx, func() {
		limited, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		srv.Shutdown(limited) // want `Shutdown gets limited`
	})
	defer stop()
}

// To make the context is one fault, however many stops get it.
func bornDead(ctx context.Context, one, two *http.Server) {
	<-ctx.Done()
	limited, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	one.Shutdown(limited) // want `Shutdown gets limited`
	two.Shutdown(limited)
}

// The parameter is assigned to once more, and a deferred literal captures it.
func reassigned(ctx context.Context, srv *http.Server) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	defer func() {
		limited, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		srv.Shutdown(limited) // want `Shutdown gets limited`
	}()
	<-ctx.Done()
}
