// InterruptCh catches SIGTERM.
package main

import (
	"log"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
)

func main() {
	c, err := client.Dial(client.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	if err := worker.New(c, "orders", worker.Options{}).Run(worker.InterruptCh()); err != nil {
		log.Print(err)
	}
}
