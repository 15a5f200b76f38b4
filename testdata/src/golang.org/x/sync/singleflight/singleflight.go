// Package singleflight is a stub of the library.
package singleflight

type Group struct{}

func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	return nil, nil, false
}
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result { return nil }

type Result struct{}
