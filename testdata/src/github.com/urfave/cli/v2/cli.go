// Package cli is a stub of the library.
package cli

import (
	"context"
	"flag"
)

type ActionFunc func(*Context) error

type AfterFunc func(*Context) error

type App struct {
	Name     string
	Commands []*Command
	Before   BeforeFunc
	After    AfterFunc
	Action   ActionFunc
}

func (a *App) Run(arguments []string) (err error)                             { return nil }
func (a *App) RunAndExitOnError()                                             {}
func (a *App) RunAsSubcommand(ctx *Context) (err error)                       { return nil }
func (a *App) RunContext(ctx context.Context, arguments []string) (err error) { return nil }

type BeforeFunc func(*Context) error

type Command struct {
	Name   string
	Before BeforeFunc
	After  AfterFunc
	Action ActionFunc

	Subcommands []*Command
}

func (c *Command) Run(cCtx *Context, arguments ...string) (err error) { return nil }

type Context struct {
	context.Context
}

func (cCtx *Context) String(name string) string { return "" }

func NewApp() *App                                                        { return nil }
func NewContext(app *App, set *flag.FlagSet, parentCtx *Context) *Context { return nil }
