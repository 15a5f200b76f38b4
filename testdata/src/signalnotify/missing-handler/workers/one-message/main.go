// A program that takes one message is no worker: it ends by itself.
package main

import (
	"context"
	"log"

	"github.com/segmentio/kafka-go"
)

func main() {
	reader := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{"kafka:9092"}, Topic: "orders"})
	defer reader.Close()
	msg, err := reader.ReadMessage(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	log.Print(string(msg.Value))
}
