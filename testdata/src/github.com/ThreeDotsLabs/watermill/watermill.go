// Package watermill is a stub of the library.
package watermill

type LoggerAdapter interface{}

func NewStdLogger(debug, trace bool) LoggerAdapter { return nil }
