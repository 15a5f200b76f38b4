// The program does not hear the signal, so that nothing is called then: missing-handler speaks of it.
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
	orders, err := ch.Consume("orders", "", true, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	for order := range orders { // until the connection is closed
		log.Print(string(order.Body))
	}
}
