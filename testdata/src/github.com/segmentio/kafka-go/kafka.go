// Package kafka is a stub of the library.
package kafka

import (
	"context"
)

type Message struct {
	Topic string
	Key   []byte
	Value []byte
}

type Reader struct{}

func (r *Reader) Close() error                                              { return nil }
func (r *Reader) CommitMessages(ctx context.Context, msgs ...Message) error { return nil }
func (r *Reader) FetchMessage(ctx context.Context) (Message, error)         { return Message{}, nil }
func (r *Reader) ReadMessage(ctx context.Context) (Message, error)          { return Message{}, nil }

type ReaderConfig struct {
	Brokers []string
	GroupID string
	Topic   string
}

type Writer struct{}

func (w *Writer) Close() error                                             { return nil }
func (w *Writer) WriteMessages(ctx context.Context, msgs ...Message) error { return nil }

func NewReader(config ReaderConfig) *Reader { return nil }
