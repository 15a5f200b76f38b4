// Package options is a stub of the library.
package options

type ClientOptions struct{}

type DatabaseOptions struct{}

type Lister[T any] interface {
	List() []func(*T) error
}
