// Package ffcli is a stub of the library.
package ffcli

import (
	"context"
	"flag"
)

type Command struct {
	Name        string
	FlagSet     *flag.FlagSet
	Subcommands []*Command
	Exec        func(ctx context.Context, args []string) error
}

func (c *Command) Parse(args []string) error                            { return nil }
func (c *Command) ParseAndRun(ctx context.Context, args []string) error { return nil }
func (c *Command) Run(ctx context.Context) (err error)                  { return nil }
