// The broker takes a message for done once it has sent it: those that the program holds are lost.
package main

import (
	"log"

	"github.com/streadway/amqp"
)

func main() {
	conn, err := amqp.Dial("amqp://rabbit:5672")
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	orders, err := ch.Consume("orders", "", true, false, false, false, nil) // want `\(signalnotify/missing-handler\)`
	if err != nil {
		log.Fatal(err)
	}
	for order := range orders {
		log.Print(string(order.Body))
	}
}
