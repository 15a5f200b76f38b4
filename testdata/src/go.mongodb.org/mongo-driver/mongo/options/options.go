// Package options is a stub of the library.
package options

type ClientOptions struct{}

type DatabaseOptions struct{}
