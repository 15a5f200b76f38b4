// Package flags is a stub of the library.
package flags

type Command struct {
	*Group

	Name string
}

func (c *Command) AddCommand(command string, shortDescription string, longDescription string, data interface{}) (*Command, error) {
	return nil, nil
}
func (c *Command) AddGroup(shortDescription string, longDescription string, data interface{}) (*Group, error) {
	return nil, nil
}
func (c *Command) Find(name string) *Command { return nil }

type Commander interface {
	Execute(args []string) error
}

type Group struct {
	ShortDescription string
}

type Options uint

const Default Options = 0

type Parser struct {
	*Command

	CommandHandler func(command Commander, args []string) error
}

func NewNamedParser(appname string, options Options) *Parser      { return nil }
func NewParser(data interface{}, options Options) *Parser         { return nil }
func Parse(data interface{}) ([]string, error)                    { return nil, nil }
func ParseArgs(data interface{}, args []string) ([]string, error) { return nil, nil }

func (p *Parser) Parse() ([]string, error)                  { return nil, nil }
func (p *Parser) ParseArgs(args []string) ([]string, error) { return nil, nil }
