// Package kong is a stub of the library.
package kong

type Context struct {
	*Kong
}

func (c *Context) Run(binds ...any) (err error) { return nil }

type Kong struct{}

func (k *Kong) FatalIfErrorf(err error, args ...any) {}

type Option interface {
	Apply(k *Kong) error
}

func Parse(cli any, options ...Option) *Context { return nil }
