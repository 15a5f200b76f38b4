// Package registry is a stub of the library.
package registry

import (
	"context"
)

type Registrar interface {
	Register(ctx context.Context, service *ServiceInstance) error
	Deregister(ctx context.Context, service *ServiceInstance) error
}

type ServiceInstance struct{}
