// Package queue consumes orders.
package queue

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	amqp "github.com/rabbitmq/amqp091-go"
)

const (
	tag     = "invoices"
	workers = 4
)

// ErrLost is returned by Run when the broker has gone.
var ErrLost = errors.New("connection lost")

// A Consumer is a connection to the broker.
type Consumer struct {
	conn *amqp.Connection
	ch   *amqp.Channel
	log  *slog.Logger
}

// Dial connects to the broker.
func Dial(url string, log *slog.Logger) (*Consumer, error) {
	conn, err := amqp.Dial(url)
	if err != nil {
		return nil, err
	}
	ch, err := conn.Channel()
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	if err := ch.Qos(workers, 0, false); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return &Consumer{conn: conn, ch: ch, log: log}, nil
}

// Run hands every order to write until ctx is done. It returns when the last one that came is acknowledged.
func (c *Consumer) Run(ctx context.Context, write func(order []byte) error) error {
	deliveries, err := c.ch.Consume("orders", tag, false, false, false, false, nil)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	wg.Add(workers)
	for range workers {
		go c.work(&wg, deliveries, write)
	}
	lost := make(chan struct{})
	go func() {
		wg.Wait()
		close(lost)
	}()

	select {
	case <-ctx.Done():
		err = c.ch.Cancel(tag, false) // no new deliveries; the channel closes after those that are here
	case <-lost:
		return ErrLost
	}
	wg.Wait()
	return err
}

// Close closes the connection.
func (c *Consumer) Close() error { return c.conn.Close() }

func (c *Consumer) work(wg *sync.WaitGroup, deliveries <-chan amqp.Delivery, write func([]byte) error) {
	defer wg.Done()
	for d := range deliveries {
		if err := write(d.Body); err != nil {
			c.log.Error("write", "order", d.MessageId, "error", err)
			d.Nack(false, true)
			continue
		}
		d.Ack(false)
	}
}
