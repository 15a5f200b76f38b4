// Package cobra is a stub of the library.
package cobra

type Command struct {
	Use  string
	RunE func(cmd *Command, args []string) error

	commands []*Command
}

func (c *Command) AddCommand(cmds ...*Command) { c.commands = append(c.commands, cmds...) }

func (c *Command) Execute() error { return c.commands[0].RunE(c, nil) }
