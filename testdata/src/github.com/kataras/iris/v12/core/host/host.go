// Package host is a stub of the library.
package host

func RegisterOnInterrupt(cb func()) {}
