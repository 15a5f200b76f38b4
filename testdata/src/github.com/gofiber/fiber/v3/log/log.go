// Package log is a stub of the library.
package log

func Fatal(v ...any)                          {}
func Fatalf(format string, v ...any)          {}
func Fatalw(msg string, keysAndValues ...any) {}
