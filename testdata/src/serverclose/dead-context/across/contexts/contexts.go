// Package contexts makes contexts, and waits for them.
package contexts

import (
	"context"
	"os/signal"
	"syscall"
	"time"
)

// Limit returns a context that ends with this function.
func Limit() context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return ctx
}

// Within returns a context that lasts no longer than ctx.
func Within(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, d)
}

// Fresh returns a context that lasts as long as it says.
func Fresh(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), d)
}

// Wait returns when ctx is done.
func Wait(ctx context.Context) { <-ctx.Done() }

// WaitOrFail returns when ctx is done, or with an error.
func WaitOrFail(ctx context.Context, errs <-chan error) error {
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		return nil
	}
}

// Signal returns a context that ends when the process is asked to stop.
func Signal() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
}
