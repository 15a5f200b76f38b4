// Package server is a stub of the library.
package server

type Option struct{}
