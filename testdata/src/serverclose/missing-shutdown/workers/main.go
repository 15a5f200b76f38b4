// Workers that run in goroutines of their library, and are not stopped: jobs and messages in hand are lost.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/go-co-op/gocron/v2"
	"github.com/hibiken/asynq"
	"github.com/nsqio/go-nsq"
	"github.com/robfig/cron/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	jobs := cron.New()
	jobs.Start() // want `\(serverclose/missing-shutdown\)`

	scheduler, err := gocron.NewScheduler()
	if err != nil {
		log.Fatal(err)
	}
	scheduler.Start() // want `\(serverclose/missing-shutdown\)`

	tasks := asynq.NewServer(asynq.RedisClientOpt{Addr: "redis:6379"}, asynq.Config{})
	if err := tasks.Start(asynq.NewServeMux()); err != nil { // want `\(serverclose/missing-shutdown\)`
		log.Fatal(err)
	}

	consumer, err := nsq.NewConsumer("orders", "billing", nsq.NewConfig())
	if err != nil {
		log.Fatal(err)
	}
	if err := consumer.ConnectToNSQD("nsqd:4150"); err != nil { // want `\(serverclose/missing-shutdown\)`
		log.Fatal(err)
	}
	<-ctx.Done()
}
