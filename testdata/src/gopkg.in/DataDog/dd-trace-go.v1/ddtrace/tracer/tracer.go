// Package tracer is a stub of the library.
package tracer

func Flush() {}
func Stop()  {}
