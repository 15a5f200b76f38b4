// Package lambda is a stub of the library.
package lambda

func Start(handler any) {}
