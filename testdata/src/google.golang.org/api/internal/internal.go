// Package internal is a stub of the library.
package internal

type DialSettings struct{}
