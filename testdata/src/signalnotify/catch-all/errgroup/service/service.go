// Package service runs servers of any type.
package service

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// A Service is a server with the functions that start and stop it.
type Service[S any] struct {
	Server S
	Serve  func(S) error
	Stop   func(S, context.Context) error
}

// Go runs a service in the group until ctx is done.
func Go[S any](ctx context.Context, g *errgroup.Group, s Service[S]) {
	g.Go(func() error { return s.Serve(s.Server) })
	g.Go(func() error {
		<-ctx.Done()
		return s.Stop(s.Server, context.Background())
	})
}
