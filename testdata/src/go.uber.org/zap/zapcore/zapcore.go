// Package zapcore is a stub of the library.
package zapcore

type Field struct{}
