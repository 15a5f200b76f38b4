// Package reconcile is a stub of the library.
package reconcile

import (
	"context"

	"sigs.k8s.io/controller-runtime/pkg/client"
)

type Request struct{ NamespacedName client.ObjectKey }

type Result struct{ Requeue bool }

type Reconciler interface {
	Reconcile(context.Context, Request) (Result, error)
}
