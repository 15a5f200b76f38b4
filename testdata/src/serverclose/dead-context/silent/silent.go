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

// What a literal is called by before the context is done, or by somebody else, may be in time.
func calledEarly(ctx context.Context, srv *http.Server, err error) {
	stop := func() { srv.Shutdown(ctx) }
	if err != nil {
		stop()
		return
	}
	<-ctx.Done()
	stop()
}

func handedOn(ctx context.Context, srv *http.Server, hooks chan func()) {
	stop := func() { srv.Shutdown(ctx) }
	hooks <- stop
	<-ctx.Done()
	stop()
}

func returned(ctx context.Context, srv *http.Server) func() {
	stop := func() { srv.Shutdown(ctx) }
	defer func() {
		<-ctx.Done()
		stop()
	}()
	return stop
}

func callsItself(ctx context.Context, srv *http.Server, n int) {
	var stop func(n int)
	stop = func(n int) {
		if n > 0 {
			stop(n - 1)
		}
		srv.Shutdown(ctx)
	}
	stop(n)
}

// In these lists the end of the context comes last, or may not come before the stop.

func last(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	stops := []func(){func() { srv.Shutdown(ctx) }, cancel}
	for _, stop := range stops {
		stop()
	}
}

func backwards(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	stops := []func(){cancel, func() { srv.Shutdown(ctx) }}
	for i := len(stops) - 1; i >= 0; i-- {
		stops[i]()
	}
}

func exceptFirst(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stops := []func(){cancel, func() { srv.Shutdown(ctx) }}
	for _, stop := range stops[1:] {
		stop()
	}
	for i := 1; i < len(stops); i++ {
		stops[i]()
	}
}

func byIndex(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	stops := []func(){1: cancel, 0: func() { srv.Shutdown(ctx) }}
	for _, stop := range stops {
		stop()
	}
}

func partOf(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stops := [...]func(){cancel, func() { srv.Shutdown(ctx) }}
	for _, stop := range stops[1:] {
		stop()
	}
}

// The variable gets its next context from the literal itself.
func next(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	step := func() {
		srv.Shutdown(context.WithValue(ctx, key{}, 1))
		ctx = context.Background()
	}
	step()
	step()
}

func someOf(srv *http.Server, wanted []bool) {
	ctx, cancel := context.WithCancel(context.Background())
	stops := []func(){cancel, func() { srv.Shutdown(ctx) }}
	for i, stop := range stops {
		if wanted[i] {
			stop()
		}
	}
}

func atOnce(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	stops := []func(){cancel, func() { srv.Shutdown(ctx) }}
	for _, stop := range stops {
		go stop()
	}
}

func emptied(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stops := []func(){cancel}
	stops = append(stops, func() { srv.Shutdown(ctx) })
	stops = stops[1:]
	defer func() {
		for _, stop := range stops {
			stop()
		}
	}()
}

func otherList(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	ends, stops := []func(){cancel}, []func(){}
	stops = append(stops, func() { srv.Shutdown(ctx) })
	for _, phase := range [][]func(){stops, ends} {
		for _, step := range phase {
			step()
		}
	}
}

// The list is told by a parameter: others add to it too.
type app struct{ stops []func() }

func (a *app) add(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	a.stops = append(a.stops, cancel, func() { srv.Shutdown(ctx) })
	for _, stop := range a.stops {
		stop()
	}
}

// The variable is assigned a fresh context while the literal waits to be called.
func renewed(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	stop := func() { srv.Shutdown(ctx) }
	cancel()
	ctx = context.WithoutCancel(ctx)
	stop()
}
