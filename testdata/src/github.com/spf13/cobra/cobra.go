// Package cobra is a stub of the library.
package cobra

import (
	"context"

	"github.com/spf13/pflag"
)

type PositionalArgs func(cmd *Command, args []string) error

type Command struct {
	Use   string
	Short string
	Long  string

	Args PositionalArgs

	PersistentPreRun   func(cmd *Command, args []string)
	PersistentPreRunE  func(cmd *Command, args []string) error
	PreRun             func(cmd *Command, args []string)
	PreRunE            func(cmd *Command, args []string) error
	Run                func(cmd *Command, args []string)
	RunE               func(cmd *Command, args []string) error
	PostRun            func(cmd *Command, args []string)
	PostRunE           func(cmd *Command, args []string) error
	PersistentPostRun  func(cmd *Command, args []string)
	PersistentPostRunE func(cmd *Command, args []string) error

	SilenceErrors bool
	SilenceUsage  bool
}

func (c *Command) AddCommand(cmds ...*Command)              {}
func (c *Command) Context() context.Context                 { return nil }
func (c *Command) Execute() error                           { return nil }
func (c *Command) ExecuteContext(ctx context.Context) error { return nil }
func (c *Command) Flags() *pflag.FlagSet                    { return nil }
func (c *Command) PersistentFlags() *pflag.FlagSet          { return nil }

func CheckErr(msg any)                                                   {}
func OnFinalize(y ...func())                                             {}
func OnInitialize(y ...func())                                           {}
func (c *Command) ExecuteC() (cmd *Command, err error)                   { return nil, nil }
func (c *Command) ExecuteContextC(ctx context.Context) (*Command, error) { return nil, nil }

func (c *Command) Printf(format string, i ...any) {}
func (c *Command) Println(i ...any)               {}

func ExactArgs(n int) PositionalArgs           { return nil }
func NoArgs(cmd *Command, args []string) error { return nil }
