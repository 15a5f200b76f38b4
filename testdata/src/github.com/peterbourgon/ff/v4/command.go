// Package ff is a stub of the library.
package ff

import "context"

type Command struct {
	Name        string
	Subcommands []*Command
	Exec        func(ctx context.Context, args []string) error
}

func (cmd *Command) Parse(args []string, options ...Option) error { return nil }
func (cmd *Command) ParseAndRun(ctx context.Context, args []string, options ...Option) error {
	return nil
}
func (cmd *Command) Run(ctx context.Context) error { return nil }

type Option func()
