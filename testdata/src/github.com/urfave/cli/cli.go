// Package cli is a stub of the library.
package cli

type AfterFunc func(*Context) error

type App struct {
	Name     string
	Commands []Command
	Before   BeforeFunc
	After    AfterFunc
	Action   any
}

func (a *App) Run(arguments []string) (err error)       { return nil }
func (a *App) RunAndExitOnError()                       {}
func (a *App) RunAsSubcommand(ctx *Context) (err error) { return nil }

type BeforeFunc func(*Context) error

type Command struct {
	Name   string
	Before BeforeFunc
	After  AfterFunc
	Action any

	Subcommands Commands
}

type Commands []Command

func (c Command) Run(ctx *Context) (err error) { return nil }

type Context struct{}

func (c *Context) String(name string) string { return "" }

func NewApp() *App { return nil }
