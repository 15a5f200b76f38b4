// Package client is a stub of the library.
package client

import (
	"context"

	"k8s.io/apimachinery/pkg/runtime"
)

type Object interface{ runtime.Object }

type ObjectList interface{ runtime.Object }

type ObjectKey struct{ Namespace, Name string }

type GetOption interface{ ApplyToGet() }

type ListOption interface{ ApplyToList() }

type Reader interface {
	Get(ctx context.Context, key ObjectKey, obj Object, opts ...GetOption) error
	List(ctx context.Context, list ObjectList, opts ...ListOption) error
}

type Client interface{ Reader }

func IgnoreNotFound(err error) error { return nil }
