// Package pubsub is a stub of the library.
package pubsub

import (
	"context"

	ipubsub "cloud.google.com/go/internal/pubsub"
	"google.golang.org/api/option"
)

type Client struct{}

func (c *Client) Close() error                              { return nil }
func (c *Client) Publisher(topicNameOrID string) *Publisher { return nil }
func (c *Client) Subscriber(nameOrID string) *Subscriber    { return nil }

type Message = ipubsub.Message

type PublishResult = ipubsub.PublishResult

type Publisher struct{}

func (t *Publisher) Flush()                                                   {}
func (t *Publisher) Publish(ctx context.Context, msg *Message) *PublishResult { return nil }
func (t *Publisher) Stop()                                                    {}

type Subscriber struct{}

func (s *Subscriber) Receive(ctx context.Context, f func(context.Context, *Message)) error {
	return nil
}

func NewClient(ctx context.Context, projectID string, opts ...option.ClientOption) (c *Client, err error) {
	return nil, nil
}
