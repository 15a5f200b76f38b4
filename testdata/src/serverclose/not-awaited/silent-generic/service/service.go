// Package service runs servers of any type.
package service

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"
)

func Run[S any](ctx context.Context, g *errgroup.Group, srv S, serve func(S) error, stop func(S, context.Context) error) {
	g.Go(func() error { return serve(srv) })
	g.Go(func() error {
		<-ctx.Done()
		fresh, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return stop(srv, fresh)
	})
}
