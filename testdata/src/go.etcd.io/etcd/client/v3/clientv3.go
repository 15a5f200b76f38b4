// Package clientv3 is a stub of the library.
package clientv3

type Client struct{}

func (c *Client) Close() error { return nil }

type Config struct {
	Endpoints []string
}

func New(cfg Config) (*Client, error) { return nil, nil }
