// Package klog is a stub of the library.
package klog

import (
	"time"
)

func Error(args ...any)                                     {}
func ErrorS(err error, msg string, keysAndValues ...any)    {}
func Errorf(format string, args ...any)                     {}
func Exit(args ...any)                                      {}
func ExitDepth(depth int, args ...any)                      {}
func Exitf(format string, args ...any)                      {}
func ExitfDepth(depth int, format string, args ...any)      {}
func Exitln(args ...any)                                    {}
func ExitlnDepth(depth int, args ...any)                    {}
func Fatal(args ...any)                                     {}
func FatalDepth(depth int, args ...any)                     {}
func Fatalf(format string, args ...any)                     {}
func FatalfDepth(depth int, format string, args ...any)     {}
func Fatalln(args ...any)                                   {}
func FatallnDepth(depth int, args ...any)                   {}
func Flush()                                                {}
func FlushAndExit(flushTimeout time.Duration, exitCode int) {}
func Info(args ...any)                                      {}
func InfoS(msg string, keysAndValues ...any)                {}
func Infof(format string, args ...any)                      {}
