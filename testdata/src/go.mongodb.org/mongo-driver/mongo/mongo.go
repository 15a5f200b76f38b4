// Package mongo is a stub of the library.
package mongo

import (
	"context"

	"go.mongodb.org/mongo-driver/mongo/options"
	"go.mongodb.org/mongo-driver/mongo/readpref"
)

type Client struct{}

func (c *Client) Database(name string, opts ...*options.DatabaseOptions) *Database { return nil }
func (c *Client) Disconnect(ctx context.Context) error                             { return nil }
func (c *Client) Ping(ctx context.Context, rp *readpref.ReadPref) error            { return nil }

type Database struct{}

func Connect(ctx context.Context, opts ...*options.ClientOptions) (*Client, error) { return nil, nil }
