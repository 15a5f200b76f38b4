// Package pgconn is a stub of the library.
package pgconn

type CommandTag struct{}
