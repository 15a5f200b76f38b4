// Cancel lets the deliveries be worked on that have come; and those that are acknowledged by hand come again.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"

	amqp "github.com/rabbitmq/amqp091-go"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	conn, err := amqp.Dial("amqp://rabbit:5672")
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	orders, err := ch.Consume("orders", "billing", true, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	other, err := amqp.Dial("amqp://other:5672")
	if err != nil {
		log.Fatal(err)
	}
	refunds, err := consume(other)
	if err != nil {
		log.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Go(func() { work(orders) })
	go work(refunds)
	<-ctx.Done()
	ch.Cancel("billing", false)
	wg.Wait()
	other.Close()
}

func consume(conn *amqp.Connection) (<-chan amqp.Delivery, error) {
	ch, err := conn.Channel()
	if err != nil {
		return nil, err
	}
	return ch.Consume("refunds", "billing", false, false, false, false, nil)
}

func work(orders <-chan amqp.Delivery) {
	for order := range orders {
		log.Print(string(order.Body))
		order.Ack(false)
	}
}
