// Package takeout catches SIGTERM too, so the fix takes the other signal out.
package takeout

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func first(c chan os.Signal) {
	signal.Notify(c, os.Kill, syscall.SIGTERM) // want `os.Kill can be neither`
}

func last(c chan os.Signal) {
	signal.Notify(c, syscall.SIGTERM, os.Kill) // want `os.Kill can be neither`
}

var list = []os.Signal{
	syscall.SIGKILL, // want `syscall.SIGKILL can be neither`
	syscall.SIGTERM,
}

func spread(c chan os.Signal) { signal.Notify(c, list...) }

// Alone it stays: Notify without a signal means every signal.
func alone(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Kill) // want `os.Kill can be neither`
}
