// Package builder is a stub of the library.
package builder

import (
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/manager"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
)

type Builder struct{}

type ForOption interface{ ApplyToFor() }

func ControllerManagedBy(m manager.Manager) *Builder { return nil }

func (blder *Builder) Complete(r reconcile.Reconciler) error                { return nil }
func (blder *Builder) For(object client.Object, opts ...ForOption) *Builder { return nil }
