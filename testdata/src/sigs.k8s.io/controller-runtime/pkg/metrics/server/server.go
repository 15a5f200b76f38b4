// Package server is a stub of the library.
package server

type Options struct{ BindAddress string }
