// Package nsq is a stub of the library.
package nsq

type Config struct{}

type Consumer struct {
	StopChan chan int
}

func (r *Consumer) AddHandler(handler Handler)                    {}
func (r *Consumer) ConnectToNSQD(addr string) error               { return nil }
func (r *Consumer) ConnectToNSQDs(addresses []string) error       { return nil }
func (r *Consumer) ConnectToNSQLookupd(addr string) error         { return nil }
func (r *Consumer) ConnectToNSQLookupds(addresses []string) error { return nil }
func (r *Consumer) Stop()                                         {}

type Handler interface {
	HandleMessage(message *Message) error
}

type HandlerFunc func(message *Message) error

func (h HandlerFunc) HandleMessage(m *Message) error { return nil }

type Message struct {
	Body []byte
}

func NewConfig() *Config                                                          { return nil }
func NewConsumer(topic string, channel string, config *Config) (*Consumer, error) { return nil, nil }

const MsgIDLength = 16

type MessageID [MsgIDLength]byte
