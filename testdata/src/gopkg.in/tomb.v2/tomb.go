// Package tomb is a stub of the library.
package tomb

import (
	"context"
)

type Tomb struct{}

func (t *Tomb) Dead() <-chan struct{}  { return nil }
func (t *Tomb) Dying() <-chan struct{} { return nil }
func (t *Tomb) Go(f func() error)      {}
func (t *Tomb) Kill(reason error)      {}
func (t *Tomb) Wait() error            { return nil }

func WithContext(parent context.Context) (*Tomb, context.Context) { return nil, nil }
