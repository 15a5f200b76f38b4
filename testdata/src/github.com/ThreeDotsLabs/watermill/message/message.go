// Package message is a stub of the library.
package message

import (
	"context"
	"time"

	"github.com/ThreeDotsLabs/watermill"
)

type Handler struct{}

type Message struct {
	Payload Payload
}

type NoPublishHandlerFunc func(msg *Message) error

type Payload []byte

type Router struct{}

func (r *Router) AddNoPublisherHandler(handlerName string, subscribeTopic string, subscriber Subscriber, handlerFunc NoPublishHandlerFunc) *Handler {
	return nil
}
func (r *Router) AddPlugin(p ...RouterPlugin)         {}
func (r *Router) Close() error                        { return nil }
func (r *Router) Run(ctx context.Context) (err error) { return nil }

type RouterConfig struct {
	CloseTimeout time.Duration
}

type RouterPlugin func(*Router) error

type Subscriber interface {
	Subscribe(ctx context.Context, topic string) (<-chan *Message, error)
	Close() error
}

func NewRouter(config RouterConfig, logger watermill.LoggerAdapter) (*Router, error) { return nil, nil }
