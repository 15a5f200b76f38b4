// Package silent hands stops contexts that live, or only may be done.
package silent

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

func fresh(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second) // shadows the done one
	defer cancel()
	srv.Shutdown(ctx)
}

func assigned(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	ctx = context.Background()
	defer func() { srv.Shutdown(ctx) }()
	srv.Shutdown(ctx)
}

func withoutCancel(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	srv.Shutdown(context.WithoutCancel(ctx))
}

func parameter(srv *http.Server) error {
	ctx, cancel := context.WithCancel(context.Background())
	stop := func(ctx context.Context) { srv.Shutdown(ctx) } // another ctx
	cancel()
	<-ctx.Done()
	stop(context.Background())
	return nil
}

func mayBeDone(ctx context.Context, srv *http.Server, errs chan error) {
	select {
	case <-ctx.Done():
	case <-errs:
	}
	srv.Shutdown(ctx)
}

func otherCase(ctx context.Context, srv *http.Server, errs chan error) {
	select {
	case <-ctx.Done():
	case <-errs:
		srv.Shutdown(ctx)
	}
}

func notYet(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	srv.Shutdown(ctx)
	<-ctx.Done()
}

func child(ctx context.Context, srv *http.Server) {
	g, groupCtx := errgroup.WithContext(ctx)
	g.Wait()
	<-groupCtx.Done()
	srv.Shutdown(ctx) // its child is done, not it
}

func earlyEnd(ctx context.Context, srv *http.Server, err error) {
	defer srv.Shutdown(ctx)
	if err != nil {
		<-ctx.Done()
	}
}

func everyRound(srv *http.Server) {
	for {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		srv.Shutdown(ctx)
		cancel()
	}
}

func loops() {
	var ctx context.Context
	f := func() { ctx = context.WithValue(ctx, key{}, 1) }
	f()
	var srv http.Server
	srv.Shutdown(ctx)
}

type key struct{}

func named(srv *http.Server) (ctx context.Context) {
	defer func() { srv.Shutdown(ctx) }()
	ctx = context.WithValue(ctx, key{}, 1)
	return ctx
}

func fill(ctx *context.Context) { *ctx = context.Background() }

func filled(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	fill(&ctx)
	srv.Shutdown(ctx)
}

func pair() (context.Context, *http.Server) { return nil, nil }

func stop(ctx context.Context, srv *http.Server) { srv.Shutdown(ctx) }

func several() { stop(pair()) }

// The literal is called when another context is done, or is called elsewhere too.
func afterFunc(ctx context.Context, srv *http.Server) {
	limited, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	context.AfterFunc(ctx, func() { srv.Shutdown(limited) })
	stop := func() { srv.Shutdown(ctx) }
	context.AfterFunc(ctx, stop)
	stop()
}
