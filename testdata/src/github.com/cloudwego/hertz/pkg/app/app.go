// Package app is a stub of the library.
package app

import (
	"context"
)

type HandlerFunc func(c context.Context, ctx *RequestContext)

type RequestContext struct{}

func (ctx *RequestContext) String(code int, format string, values ...any) {}

func NewContext(maxParams uint16) *RequestContext { return nil }
