// A worker whose broker is told that it goes when Ctrl-C is pressed, and not by Kubernetes.
package main

import (
	"log"
	"os"
	"os/signal"

	"github.com/nats-io/stan.go"
)

func main() {
	conn, err := stan.Connect("orders", "billing")
	if err != nil {
		log.Fatal(err)
	}
	orders, err := conn.QueueSubscribe("orders", "billing", func(msg *stan.Msg) { log.Print(string(msg.Data)) })
	if err != nil {
		log.Fatal(err)
	}
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `\(signalnotify/missing-sigterm\)`
	<-quit
	orders.Unsubscribe()
}
