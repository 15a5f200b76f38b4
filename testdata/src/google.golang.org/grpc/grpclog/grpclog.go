// Package grpclog is a stub of the library.
package grpclog

func Error(args ...any)                 {}
func Errorf(format string, args ...any) {}
func Fatal(args ...any)                 {}
func Infof(format string, args ...any)  {}
