// Package kong is a stub of the library.
package kong

type Context struct {
	*Kong
}

func (c *Context) Command() string              { return "" }
func (c *Context) Run(binds ...any) (err error) { return nil }

type Kong struct{}

func Must(ast any, options ...Option) *Kong                   { return nil }
func New(grammar any, options ...Option) (*Kong, error)       { return nil, nil }
func (k *Kong) FatalIfErrorf(err error, args ...any)          {}
func (k *Kong) Parse(args []string) (ctx *Context, err error) { return nil, nil }

type Option interface {
	Apply(k *Kong) error
}

func Bind(args ...any) Option                   { return nil }
func Name(name string) Option                   { return nil }
func Parse(cli any, options ...Option) *Context { return nil }
