// A loop takes messages, and the signal ends it in the midst of one.
package main

import (
	"context"
	"log"

	"github.com/segmentio/kafka-go"
)

func main() {
	reader := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{"kafka:9092"}, GroupID: "billing", Topic: "orders"})
	defer reader.Close()
	for {
		msg, err := reader.ReadMessage(context.Background()) // want `\(signalnotify/missing-handler\)`
		if err != nil {
			log.Fatal(err)
		}
		log.Print(string(msg.Value))
	}
}
