// Package glog is a stub of the library.
package glog

import (
	"context"
)

func Error(args ...any)                                                             {}
func Errorf(format string, args ...any)                                             {}
func Exit(args ...any)                                                              {}
func ExitContext(ctx context.Context, args ...any)                                  {}
func ExitContextDepth(ctx context.Context, depth int, args ...any)                  {}
func ExitContextDepthf(ctx context.Context, depth int, format string, args ...any)  {}
func ExitContextf(ctx context.Context, format string, args ...any)                  {}
func ExitDepth(depth int, args ...any)                                              {}
func ExitDepthf(depth int, format string, args ...any)                              {}
func Exitf(format string, args ...any)                                              {}
func Exitln(args ...any)                                                            {}
func Fatal(args ...any)                                                             {}
func FatalContext(ctx context.Context, args ...any)                                 {}
func FatalContextDepth(ctx context.Context, depth int, args ...any)                 {}
func FatalContextDepthf(ctx context.Context, depth int, format string, args ...any) {}
func FatalContextf(ctx context.Context, format string, args ...any)                 {}
func FatalDepth(depth int, args ...any)                                             {}
func FatalDepthf(depth int, format string, args ...any)                             {}
func Fatalf(format string, args ...any)                                             {}
func Fatalln(args ...any)                                                           {}
func Flush()                                                                        {}
func Info(args ...any)                                                              {}
func Infof(format string, args ...any)                                              {}
