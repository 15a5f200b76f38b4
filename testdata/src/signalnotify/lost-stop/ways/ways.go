// Strict: the stop function of NotifyContext is dropped, in each way that is seen.
package ways

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func blank() {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM) // strict: lost-stop
	<-ctx.Done()
}

func assigned() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM) // strict: lost-stop
	_ = stop
	<-ctx.Done()
}

func redeclared(ctx context.Context) {
	ctx, _ = signal.NotifyContext(ctx, syscall.SIGTERM) // strict: lost-stop
	<-ctx.Done()
}

// Context hands out the context alone.
func Context() context.Context {
	ctx, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM) // strict: lost-stop
	return ctx
}

type app struct{ ctx context.Context }

func (a *app) run() {
	a.ctx, _ = signal.NotifyContext(context.Background(), syscall.SIGTERM) // strict: lost-stop
	<-a.ctx.Done()
}

var ctx, _ = signal.NotifyContext(context.Background(), syscall.SIGTERM) // strict: lost-stop

func first(ctx context.Context, stop context.CancelFunc) context.Context { return ctx }

func dropped() {
	<-first(signal.NotifyContext(context.Background(), syscall.SIGTERM)).Done() // strict: lost-stop
}
