// Close drops the deliveries that wait to be worked on, and the broker takes them for done.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
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
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	orders, err := ch.Consume("orders", "billing", true, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	go work(orders)
	if err := greet(conn); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	conn.Close() // want `\(serverclose/abrupt-stop\)`
}

func work(orders <-chan amqp.Delivery) {
	for order := range orders {
		log.Print(string(order.Body))
	}
}

// A channel for publishing is no consumer's.
func greet(conn *amqp.Connection) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	return ch.Close()
}
