// Receive ends with its context, and this one never ends.
package main

import (
	"context"
	"log"

	"cloud.google.com/go/pubsub/v2"
)

func main() {
	client, err := pubsub.NewClient(context.Background(), "orders")
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	err = client.Subscriber("orders").Receive(context.Background(), func(context.Context, *pubsub.Message) {}) // want `\(signalnotify/missing-handler\)`
	if err != nil {
		log.Print(err)
	}
}
