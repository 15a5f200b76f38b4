// Package fx is a stub of the library.
package fx

import (
	"context"
	"fmt"
	"os"
	"time"
)

type Option interface {
	fmt.Stringer
}

func Invoke(funcs ...any) Option                { return nil }
func Module(name string, opts ...Option) Option { return nil }
func Options(opts ...Option) Option             { return nil }
func Populate(targets ...any) Option            { return nil }
func Provide(constructors ...any) Option        { return nil }
func StartTimeout(v time.Duration) Option       { return nil }
func StopTimeout(v time.Duration) Option        { return nil }

type App struct{}

func New(opts ...Option) *App { return nil }

func (app *App) Done() <-chan os.Signal                { return nil }
func (app *App) Err() error                            { return nil }
func (app *App) Run()                                  {}
func (app *App) Start(ctx context.Context) (err error) { return nil }
func (app *App) Stop(ctx context.Context) (err error)  { return nil }

type Hook struct {
	OnStart func(context.Context) error
	OnStop  func(context.Context) error
}

type Lifecycle interface {
	Append(Hook)
}

type ShutdownOption interface {
	apply()
}

type Shutdowner interface {
	Shutdown(...ShutdownOption) error
}

type ShutdownSignal struct{}

func (app *App) Wait() <-chan ShutdownSignal { return nil }

type In struct{}

type Out struct{}

type Annotation interface {
	apply()
}

var NopLogger Option

func Annotate(t any, anns ...Annotation) any { return nil }
func As(interfaces ...any) Annotation        { return nil }
func ExitCode(code int) ShutdownOption       { return nil }
func ParamTags(tags ...string) Annotation    { return nil }
func ResultTags(tags ...string) Annotation   { return nil }
func Supply(values ...any) Option            { return nil }
func WithLogger(constructor any) Option      { return nil }

type HookFunc interface {
	~func() | ~func() error | ~func(context.Context) | ~func(context.Context) error
}

func StartHook[T HookFunc](start T) Hook                             { return Hook{} }
func StartStopHook[T1 HookFunc, T2 HookFunc](start T1, stop T2) Hook { return Hook{} }
func StopHook[T HookFunc](stop T) Hook                               { return Hook{} }
