// Package more has exits that look like others.
package more

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func shutdown(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

func connect(ctx context.Context) error {
	for i := 0; i < 3; i++ {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
	return errors.New("x")
}

// Nothing serves yet, although a context is waited for.
func startup(ctx context.Context, srv *http.Server) {
	tp := trace.NewTracerProvider()
	defer tp.Shutdown(context.Background())
	if err := connect(ctx); err != nil {
		log.Fatal(err)
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
}

// This start fails before anything serves.
func serveFails(ctx context.Context, srv *http.Server) {
	tp := trace.NewTracerProvider()
	defer tp.Shutdown(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
		shutdown(srv)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-done
}

// The group has waited for the stop.
func groupFatal(ctx context.Context, srv *http.Server) {
	tp := trace.NewTracerProvider()
	defer tp.Shutdown(context.Background())
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { <-ctx.Done(); return shutdown(srv) })
	g.Go(func() error { return srv.ListenAndServe() })
	if err := g.Wait(); err != nil {
		log.Fatal(err) // want `\(serverclose/skipped-cleanup\)`
	}
}

// The program still starts.
func second(ctx context.Context, srv *http.Server, rpc *grpc.Server) {
	go srv.ListenAndServe()
	defer shutdown(srv)
	lis, err := net.Listen("tcp", ":1")
	if err != nil {
		log.Fatal(err)
	}
	go rpc.Serve(lis)
	<-ctx.Done()
	rpc.GracefulStop()
}

// The second signal.
func force(ctx context.Context, srv *http.Server, sigs chan os.Signal) {
	go srv.ListenAndServe()
	defer shutdown(srv)
	<-sigs
	go func() {
		<-sigs
		os.Exit(1)
	}()
}

// The start fails in one case, the signal comes in the other.
func selects(ctx context.Context, srv *http.Server) {
	tp := trace.NewTracerProvider()
	defer tp.Shutdown(context.Background())
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	select {
	case err := <-errs:
		log.Fatal(err)
	case <-ctx.Done():
	}
	shutdown(srv)
}

type server struct {
	srv *http.Server
	db  *sql.DB
}

func (s *server) run(ctx context.Context) error {
	go s.srv.ListenAndServe()
	<-ctx.Done()
	return s.close()
}

func (s *server) close() error {
	err := shutdown(s.srv)
	s.db.Close()
	return err
}

func okMain(ctx context.Context, s *server) {
	if err := s.run(ctx); err != nil {
		log.Fatal(err)
	}
}

func usage(ctx context.Context, s *server) {
	defer s.close()
	if len(os.Args) > 3 {
		log.Fatal("usage")
	}
	s.run(ctx)
}

// The deferred call is for an early end.
func twice(ctx context.Context, s *server) {
	defer s.close()
	go s.srv.ListenAndServe()
	<-ctx.Done()
	if err := s.close(); err != nil {
		log.Fatal(err)
	}
}

// A handler may exit at any time.
func handler(ctx context.Context, s *server) {
	defer s.close()
	s.srv.Handler = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { os.Exit(1) })
	go s.srv.ListenAndServe()
	<-ctx.Done()
}
