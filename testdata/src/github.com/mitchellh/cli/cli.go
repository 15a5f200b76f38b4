// Package cli is a stub of the library.
package cli

type CLI struct {
	Args     []string
	Commands map[string]CommandFactory
	Name     string
	Version  string
}

func NewCLI(app, version string) *CLI { return nil }

func (c *CLI) Run() (int, error) { return 0, nil }

type Command interface {
	Help() string
	Run(args []string) int
	Synopsis() string
}

type CommandFactory func() (Command, error)
