// Package lifecycle stands for any library that this one knows nothing of, and that catches no signal.
package lifecycle

import "context"

// A Hook is what a framework calls at the start and at the end.
type Hook struct {
	OnStart, OnStop func(ctx context.Context) error
}

// Append keeps the hook.
func Append(h Hook) {}

// Keep keeps anything.
func Keep(v any) {}
