// Package logx is a stub of the library.
package logx

func Must(err error) {}
