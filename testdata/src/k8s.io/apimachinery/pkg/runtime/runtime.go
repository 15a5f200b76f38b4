// Package runtime is a stub of the library.
package runtime

type Object interface{ DeepCopyObject() Object }

type Scheme struct{}

func NewScheme() *Scheme { return nil }
