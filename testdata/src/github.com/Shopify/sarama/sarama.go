// Package sarama is a stub of the library.
package sarama

import (
	"context"
	"errors"
)

var ErrClosedConsumerGroup = errors.New("kafka: tried to use a consumer group that was closed")

type AsyncProducer interface {
	AsyncClose()
	Close() error
	Input() chan<- *ProducerMessage
}

type Client interface {
	Close() error
}

type Config struct{}

type ConsumerGroup interface {
	Consume(ctx context.Context, topics []string, handler ConsumerGroupHandler) error
	Close() error
}

type ConsumerGroupClaim interface {
	Messages() <-chan *ConsumerMessage
}

type ConsumerGroupHandler interface {
	Setup(ConsumerGroupSession) error
	Cleanup(ConsumerGroupSession) error
	ConsumeClaim(ConsumerGroupSession, ConsumerGroupClaim) error
}

type ConsumerGroupSession interface {
	MarkMessage(msg *ConsumerMessage, metadata string)
	Context() context.Context
}

type ConsumerMessage struct {
	Value []byte
	Topic string
}

type Encoder interface {
	Encode() ([]byte, error)
	Length() int
}

type ProducerMessage struct {
	Topic string
	Value Encoder
}

type SyncProducer interface {
	Close() error
}

func NewAsyncProducer(addrs []string, conf *Config) (AsyncProducer, error) { return nil, nil }
func NewConfig() *Config                                                   { return nil }
func NewConsumerGroup(addrs []string, groupID string, config *Config) (ConsumerGroup, error) {
	return nil, nil
}
func NewSyncProducer(addrs []string, config *Config) (SyncProducer, error) { return nil, nil }
