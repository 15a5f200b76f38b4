// Package mongo is a stub of the library.
package mongo

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

type Client struct{}

func (c *Client) Database(name string, opts ...options.Lister[options.DatabaseOptions]) *Database {
	return nil
}
func (c *Client) Disconnect(ctx context.Context) error { return nil }

type Database struct{}

func Connect(opts ...*options.ClientOptions) (*Client, error) { return nil, nil }
