// Package codes is a stub of the library.
package codes

type Code uint32

const (
	Unimplemented Code = 12
	Unavailable   Code = 14
)
