// Package kafka is a stub of the library.
package kafka

import (
	"time"
)

type ConfigMap map[string]ConfigValue

type ConfigValue interface{}

type Consumer struct{}

func (c *Consumer) Close() (err error)                                                   { return nil }
func (c *Consumer) Poll(timeoutMs int) (event Event)                                     { return nil }
func (c *Consumer) ReadMessage(timeout time.Duration) (*Message, error)                  { return nil, nil }
func (c *Consumer) SubscribeTopics(topics []string, rebalanceCb RebalanceCb) (err error) { return nil }

type Event interface {
	String() string
}

type Message struct {
	Value []byte
}

type Producer struct{}

func (p *Producer) Close()                                              {}
func (p *Producer) Flush(timeoutMs int) int                             { return 0 }
func (p *Producer) Produce(msg *Message, deliveryChan chan Event) error { return nil }

type RebalanceCb func(*Consumer, Event) error

func NewConsumer(conf *ConfigMap) (*Consumer, error) { return nil, nil }
func NewProducer(conf *ConfigMap) (*Producer, error) { return nil, nil }
