// Package registry knows the services behind the edge: they announce themselves over gRPC.
package registry

import (
	"context"
	"net/url"
	"sync"

	"google.golang.org/grpc"
)

// A Registry maps hosts to services.
type Registry struct {
	mu    sync.RWMutex
	hosts map[string]*url.URL
}

// New returns a registry that knows nobody.
func New() *Registry { return &Registry{hosts: map[string]*url.URL{}} }

// Register offers the registry on a gRPC server.
func (r *Registry) Register(s grpc.ServiceRegistrar) {
	s.RegisterService(&grpc.ServiceDesc{ServiceName: "edge.Registry"}, r)
}

// Announce adds a service.
func (r *Registry) Announce(_ context.Context, host, target string) error {
	u, err := url.Parse(target)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.hosts[host] = u
	return nil
}

// Lookup returns the service for a host.
func (r *Registry) Lookup(host string) (*url.URL, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	u, ok := r.hosts[host]
	return u, ok
}
