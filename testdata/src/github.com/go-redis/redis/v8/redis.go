// Package redis is a stub of the library.
package redis

type Client struct {
	*baseClient
}

type ClusterClient struct{}

func (c *ClusterClient) Close() error { return nil }

type Options struct {
	Addr string
}

type Ring struct{}

func (c *Ring) Close() error { return nil }

type UniversalClient interface {
	Close() error
}

type baseClient struct{}

func (c *baseClient) Close() error { return nil }

func NewClient(opt *Options) *Client { return nil }
