// Start returns at once, and catches nothing; Run would.
package main

import (
	"log"

	"github.com/hibiken/asynq"
)

func main() {
	srv := asynq.NewServer(asynq.RedisClientOpt{Addr: "redis:6379"}, asynq.Config{})
	if err := srv.Start(asynq.NewServeMux()); err != nil { // want `\(signalnotify/missing-handler\)`
		log.Fatal(err)
	}
	select {}
}
