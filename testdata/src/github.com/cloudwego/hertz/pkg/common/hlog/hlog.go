// Package hlog is a stub of the library.
package hlog

import (
	"context"
)

func CtxFatalf(ctx context.Context, format string, v ...any) {}
func Fatal(v ...any)                                         {}
func Fatalf(format string, v ...any)                         {}
