// Package fang is a stub of the library.
package fang

import (
	"context"
	"os"

	"github.com/spf13/cobra"
)

type Option func()

func Execute(ctx context.Context, root *cobra.Command, options ...Option) error { return nil }
func WithNotifySignal(signals ...os.Signal) Option                              { return nil }
func WithVersion(version string) Option                                         { return nil }
