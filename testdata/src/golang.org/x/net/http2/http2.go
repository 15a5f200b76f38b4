// Package http2 is a stub of the library.
package http2

type Server struct{}
