// Package silent calls the stop function of NotifyContext, or hands it on.
package silent

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"example.com/lifecycle"
)

func deferred() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
}

// The next signal ends the process.
func atTheSignal() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	<-ctx.Done()
	stop()
}

func afterFunc() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	<-ctx.Done()
}

func closure() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer func() { stop() }()
	<-ctx.Done()
}

func Context() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

type app struct {
	ctx  context.Context
	stop context.CancelFunc
}

func newApp() *app {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	return &app{ctx: ctx, stop: stop}
}

func (a *app) run() {
	a.ctx, a.stop = signal.NotifyContext(a.ctx, syscall.SIGTERM)
	<-a.ctx.Done()
}

func kept() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	lifecycle.Keep(stop)
	<-ctx.Done()
}

// Another function's: go vet speaks of it.
func cancel() context.Context {
	ctx, _ := context.WithCancel(context.Background())
	return ctx
}
