package runner

import "context"

// A Runner makes something that a manager can run of any value.
type Runner[T any] struct {
	On T
	Do func(T, context.Context) error
}

func (r Runner[T]) Start(ctx context.Context) error { return r.Do(r.On, ctx) }
