// Launch catches SIGTERM.
package main

import (
	"log"

	"github.com/RichardKnop/machinery/v2"
	"github.com/RichardKnop/machinery/v2/config"
)

func main() {
	server := machinery.NewServer(&config.Config{}, nil, nil, nil)
	if err := server.NewWorker("orders", 10).Launch(); err != nil {
		log.Print(err)
	}
}
