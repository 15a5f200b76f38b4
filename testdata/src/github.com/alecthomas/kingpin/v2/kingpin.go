// Package kingpin is a stub of the library.
package kingpin

type Action func(*ParseContext) error

type Application struct{}

func (a *Application) Action(action Action) *Application                  { return nil }
func (a *Application) Command(name, help string) *CmdClause               { return nil }
func (a *Application) FatalIfError(err error, format string, args ...any) {}
func (a *Application) FatalUsage(format string, args ...any)              {}
func (a *Application) Fatalf(format string, args ...any)                  {}
func (a *Application) Parse(args []string) (command string, err error)    { return "", nil }

var CommandLine *Application

type CmdClause struct{}

func (c *CmdClause) Command(name, help string) *CmdClause { return nil }
func (c *CmdClause) FullCommand() string                  { return "" }
func (c *CmdClause) PreAction(action Action) *CmdClause   { return nil }

func (c *CmdClause) Action(action Action) *CmdClause { return nil }

type ParseContext struct{}

func FatalIfError(err error, format string, args ...any) {}
func FatalUsage(format string, args ...any)              {}
func Fatalf(format string, args ...any)                  {}
func New(name, help string) *Application                 { return nil }
func Command(name, help string) *CmdClause               { return nil }
func MustParse(command string, err error) string         { return "" }
func Parse() string                                      { return "" }
