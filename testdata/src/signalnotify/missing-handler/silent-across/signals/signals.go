// Package signals makes contexts of signals.
package signals

import (
	"context"
	"os"
	"os/signal"
)

// Context returns a context that ends when the process is asked to stop.
func Context() (context.Context, context.CancelFunc) { return on(shutdownSignals...) }

func on(signals ...os.Signal) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), signals...)
}
