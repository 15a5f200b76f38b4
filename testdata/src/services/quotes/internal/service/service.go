// Package service runs servers of any type.
package service

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

// A Service is a server with the functions that start and stop it.
type Service[S any] struct {
	Server S
	Serve  func(S) error
	Stop   func(S, context.Context) error
	Limit  time.Duration
}

// Go runs a service in the group until ctx is done.
func Go[S any](ctx context.Context, g *errgroup.Group, s Service[S]) {
	g.Go(func() error {
		if err := s.Serve(s.Server); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		stopCtx, cancel := context.WithTimeout(context.Background(), s.Limit)
		defer cancel()
		return s.Stop(s.Server, stopCtx)
	})
}
