// The client could consume, and nothing in sight has it do so.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/streadway/amqp"
)

type broker interface {
	Publish(body []byte) error
	Subscribe(handle func(amqp.Delivery)) error
}

var onStart = func(broker) {}

// Plugins are told of the broker.
func OnStart(f func(broker)) { onStart = f }

type client struct{ conn *amqp.Connection }

func (c *client) Publish(body []byte) error { return nil }

func (c *client) Subscribe(handle func(amqp.Delivery)) error {
	ch, err := c.conn.Channel()
	if err != nil {
		return err
	}
	deliveries, err := ch.Consume("orders", "billing", true, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() {
		for d := range deliveries {
			handle(d)
		}
	}()
	return nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	conn, err := amqp.Dial("amqp://rabbit:5672")
	if err != nil {
		log.Fatal(err)
	}
	var b broker = &client{conn: conn}
	onStart(b)
	<-ctx.Done()
	conn.Close()
}
