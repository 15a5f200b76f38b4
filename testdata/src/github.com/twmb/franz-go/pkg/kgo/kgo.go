// Package kgo is a stub of the library.
package kgo

import (
	"context"
)

type Client struct{}

func (cl *Client) Close()                                                               {}
func (cl *Client) CloseAllowingRebalance()                                              {}
func (cl *Client) CommitUncommittedOffsets(ctx context.Context) error                   { return nil }
func (cl *Client) Flush(ctx context.Context) error                                      { return nil }
func (cl *Client) PollFetches(ctx context.Context) Fetches                              { return *new(Fetches) }
func (cl *Client) PollRecords(ctx context.Context, maxPollRecords int) Fetches          { return *new(Fetches) }
func (cl *Client) Produce(ctx context.Context, r *Record, promise func(*Record, error)) {}
func (cl *Client) ProduceSync(ctx context.Context, rs ...*Record) ProduceResults {
	return *new(ProduceResults)
}

type ConsumerOpt interface {
	Opt
	consumerOpt()
}

type Fetch struct{}

type Fetches []Fetch

func (fs Fetches) EachRecord(fn func(*Record)) {}
func (fs Fetches) IsClientClosed() bool        { return false }

type GroupOpt interface {
	Opt
	groupOpt()
}

type Opt interface {
	apply(*cfg)
}

type ProduceResult struct{}

type ProduceResults []ProduceResult

type Record struct {
	Value []byte
	Topic string
}

type cfg struct{}

func ConsumeTopics(topics ...string) ConsumerOpt { return nil }
func ConsumerGroup(group string) GroupOpt        { return nil }
func NewClient(opts ...Opt) (*Client, error)     { return nil, nil }
func SeedBrokers(seeds ...string) Opt            { return nil }
