package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/robfig/cron/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	jobs := cron.New()
	if _, err := jobs.AddFunc("@every 1s", invoice); err != nil {
		log.Fatal(err)
	}
	jobs.Start()

	<-ctx.Done()
	<-jobs.Stop().Done()
}

func invoice() {
	log.Print("job started")
	time.Sleep(time.Second) // the work that a job takes
	log.Print("job done")
}
