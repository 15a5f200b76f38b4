// Package api is a stub of the library.
package api

type WriteAPI interface {
	Flush()
}
