// Package stops keeps what is to be stopped in the end, of whatever type that is.
package stops

import "context"

// A Stopper can be stopped.
type Stopper interface{ Stop(context.Context) error }

// A List keeps values of one type.
type List[T Stopper] struct{ all []T }

// Add keeps one more.
func (l *List[T]) Add(one T) { l.all = append(l.all, one) }

// Stop stops them, the last first.
func (l *List[T]) Stop(ctx context.Context) (err error) {
	for i := len(l.all) - 1; i >= 0 && err == nil; i-- {
		err = l.all[i].Stop(ctx)
	}
	return err
}
