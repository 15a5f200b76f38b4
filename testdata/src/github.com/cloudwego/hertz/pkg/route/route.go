// Package route is a stub of the library.
package route

import (
	"context"

	"github.com/cloudwego/hertz/pkg/common/config"
)

type CtxCallback func(ctx context.Context)

type Engine struct {
	OnShutdown []CtxCallback
}

func (engine *Engine) Close() error                             { return nil }
func (engine *Engine) Run() (err error)                         { return nil }
func (engine *Engine) Shutdown(ctx context.Context) (err error) { return nil }

func NewEngine(opt *config.Options) *Engine { return nil }
