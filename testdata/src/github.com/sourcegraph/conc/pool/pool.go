// Package pool is a stub of the library.
package pool

import (
	"context"
)

type ContextPool struct{}

func (p *ContextPool) Go(f func(ctx context.Context) error) {}
func (p *ContextPool) Wait() error                          { return nil }

type ErrorPool struct{}

func (p *ErrorPool) Go(f func() error)                            {}
func (p *ErrorPool) Wait() error                                  { return nil }
func (p *ErrorPool) WithContext(ctx context.Context) *ContextPool { return nil }

type Pool struct{}

func (p *Pool) Go(f func())                                  {}
func (p *Pool) Wait()                                        {}
func (p *Pool) WithContext(ctx context.Context) *ContextPool { return nil }
func (p *Pool) WithErrors() *ErrorPool                       { return nil }

type ResultContextPool[T any] struct{}

func (p *ResultContextPool[T]) Go(f func(context.Context) (T, error)) {}
func (p *ResultContextPool[T]) Wait() ([]T, error)                    { return nil, nil }

type ResultErrorPool[T any] struct{}

func (p *ResultErrorPool[T]) Go(f func() (T, error)) {}
func (p *ResultErrorPool[T]) Wait() ([]T, error)     { return nil, nil }

type ResultPool[T any] struct{}

func (p *ResultPool[T]) Go(f func() T) {}
func (p *ResultPool[T]) Wait() []T     { return nil }

func New() *Pool { return nil }
