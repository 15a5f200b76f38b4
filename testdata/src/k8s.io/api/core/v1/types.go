// Package v1 is a stub of the library.
package v1

import "k8s.io/apimachinery/pkg/runtime"

type ConfigMap struct{ Data map[string]string }

func (in *ConfigMap) DeepCopyObject() runtime.Object { return nil }

type Namespace struct{}

type NamespaceList struct{ Items []Namespace }

func (in *NamespaceList) DeepCopyObject() runtime.Object { return nil }
