// Package driver is a stub of the library.
package driver

type Conn interface {
	Close() error
}
