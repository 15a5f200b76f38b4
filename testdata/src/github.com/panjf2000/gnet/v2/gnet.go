// Package gnet is a stub of the library.
package gnet

import (
	"context"
	"time"
)

type Action int

type BuiltinEventEngine struct{}

func (*BuiltinEventEngine) OnBoot(_ Engine) (action Action)              { return 0 }
func (*BuiltinEventEngine) OnClose(_ Conn, _ error) (action Action)      { return 0 }
func (*BuiltinEventEngine) OnOpen(_ Conn) (out []byte, action Action)    { return nil, 0 }
func (*BuiltinEventEngine) OnShutdown(_ Engine)                          {}
func (*BuiltinEventEngine) OnTick() (delay time.Duration, action Action) { return 0, 0 }
func (*BuiltinEventEngine) OnTraffic(_ Conn) (action Action)             { return 0 }

type Conn interface{}

type Engine struct{}

func (e Engine) Stop(ctx context.Context) error { return nil }

type EventHandler interface {
	OnBoot(eng Engine) (action Action)
	OnShutdown(eng Engine)
	OnOpen(c Conn) (out []byte, action Action)
	OnClose(c Conn, err error) (action Action)
	OnTraffic(c Conn) (action Action)
	OnTick() (delay time.Duration, action Action)
}

type Option func(opts *Options)

type Options struct{}

func Run(eventHandler EventHandler, protoAddr string, opts ...Option) error { return nil }
func Stop(ctx context.Context, protoAddr string) error                      { return nil }
