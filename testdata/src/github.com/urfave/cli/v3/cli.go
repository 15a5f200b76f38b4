// Package cli is a stub of the library.
package cli

import (
	"context"
)

type ActionFunc func(context.Context, *Command) error

type AfterFunc func(context.Context, *Command) error

type BeforeFunc func(context.Context, *Command) (context.Context, error)

type Command struct {
	Name     string
	Commands []*Command
	Before   BeforeFunc
	After    AfterFunc
	Action   ActionFunc
}

func (cmd *Command) Run(ctx context.Context, osArgs []string) (deferErr error) { return nil }
func (cmd *Command) String(name string) string                                 { return "" }
