// A client that waits for one answer is no worker.
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
	answers, err := ch.Consume("answers", "", true, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	for answer := range answers {
		if answer.CorrelationId == "1" {
			log.Print(string(answer.Body))
			break
		}
	}
}
