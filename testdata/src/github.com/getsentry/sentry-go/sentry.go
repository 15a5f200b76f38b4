// Package sentry is a stub of the library.
package sentry

import (
	"context"
	"time"
)

type Client struct{}

func (client *Client) Flush(timeout time.Duration) bool          { return false }
func (client *Client) FlushWithContext(ctx context.Context) bool { return false }

type ClientOptions struct {
	Dsn string
}

type EventID string

type Hub struct{}

func (hub *Hub) Flush(timeout time.Duration) bool          { return false }
func (hub *Hub) FlushWithContext(ctx context.Context) bool { return false }

type Scope struct{}

func CaptureException(exception error) *EventID        { return nil }
func Flush(timeout time.Duration) bool                 { return false }
func FlushWithContext(ctx context.Context) bool        { return false }
func Init(options ClientOptions) error                 { return nil }
func NewClient(options ClientOptions) (*Client, error) { return nil, nil }
func NewHub(client *Client, scope *Scope) *Hub         { return nil }
func NewNoopClient() *Client                           { return nil }
