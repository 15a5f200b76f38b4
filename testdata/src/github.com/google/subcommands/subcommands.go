// Package subcommands is a stub of the library.
package subcommands

import (
	"context"
	"flag"
)

type Command interface {
	Name() string
	Synopsis() string
	Usage() string
	SetFlags(*flag.FlagSet)
	Execute(ctx context.Context, f *flag.FlagSet, args ...interface{}) ExitStatus
}

type Commander struct{}

func NewCommander(topLevelFlags *flag.FlagSet, name string) *Commander { return nil }

func (cdr *Commander) Execute(ctx context.Context, args ...interface{}) ExitStatus { return 0 }
func (cdr *Commander) Register(cmd Command, group string)                          {}

var DefaultCommander *Commander

type ExitStatus int

const (
	ExitSuccess ExitStatus = iota
	ExitFailure
)

func Execute(ctx context.Context, args ...interface{}) ExitStatus { return 0 }
func HelpCommand() Command                                        { return nil }
func Register(cmd Command, group string)                          {}
