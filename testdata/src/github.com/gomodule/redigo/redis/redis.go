// Package redis is a stub of the library.
package redis

type Conn interface{}

type Pool struct {
	Dial func() (Conn, error)
}

func (p *Pool) Close() error { return nil }
func (p *Pool) Get() Conn    { return nil }

func NewPool(newFn func() (Conn, error), maxIdle int) *Pool { return nil }
