// Package kratos is a stub of the library.
package kratos

import (
	"context"
	"os"
	"time"

	"github.com/go-kratos/kratos/v2/transport"
)

type App struct{}

func (a *App) Run() error        { return nil }
func (a *App) Stop() (err error) { return nil }

type Option func(o *options)

type options struct{}

func AfterStop(fn func(context.Context) error) Option   { return nil }
func BeforeStart(fn func(context.Context) error) Option { return nil }
func New(opts ...Option) *App                           { return nil }
func Server(srv ...transport.Server) Option             { return nil }
func Signal(sigs ...os.Signal) Option                   { return nil }
func StopTimeout(t time.Duration) Option                { return nil }
