// Package river is a stub of the library.
package river

import (
	"context"
)

type Client[TTx any] struct{}

func (c *Client[TTx]) Start(ctx context.Context) error         { return nil }
func (c *Client[TTx]) Stop(ctx context.Context) error          { return nil }
func (c *Client[TTx]) StopAndCancel(ctx context.Context) error { return nil }
func (c *Client[TTx]) Stopped() <-chan struct{}                { return nil }
