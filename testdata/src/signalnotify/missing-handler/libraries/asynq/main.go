// Run catches SIGTERM.
package main

import (
	"log"

	"github.com/hibiken/asynq"
)

func main() {
	srv := asynq.NewServer(asynq.RedisClientOpt{Addr: "redis:6379"}, asynq.Config{})
	if err := srv.Run(asynq.NewServeMux()); err != nil {
		log.Print(err)
	}
}
