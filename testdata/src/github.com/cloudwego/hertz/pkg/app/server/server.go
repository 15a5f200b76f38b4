// Package server is a stub of the library.
package server

import (
	"time"

	"github.com/cloudwego/hertz/pkg/common/config"
	"github.com/cloudwego/hertz/pkg/route"
)

type Hertz struct {
	*route.Engine
}

func (h *Hertz) Spin() {}

func Default(opts ...config.Option) *Hertz                 { return nil }
func New(opts ...config.Option) *Hertz                     { return nil }
func WithExitWaitTime(timeout time.Duration) config.Option { return *new(config.Option) }
func WithHostPorts(hp string) config.Option                { return *new(config.Option) }
