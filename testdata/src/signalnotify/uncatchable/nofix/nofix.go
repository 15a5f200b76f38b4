// Package nofix would not compile with SIGTERM put in, or the signal taken out: nothing else needs an import, or the
// name syscall means something else.
package nofix

import (
	"context"
	"os"
	"os/signal"
)

func onlyUse(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Kill) // want `os.Kill can never be caught`
}
