// Package quic is a stub of the library.
package quic

type Conn struct{}
