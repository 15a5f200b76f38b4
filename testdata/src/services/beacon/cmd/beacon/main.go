// Command beacon tells phones where they are. Whatever runs is a Runner.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/beacon/internal/locate"
	"services/beacon/internal/rpc"
	"services/beacon/internal/runner"
	"services/beacon/internal/web"
)

func main() {
	log.SetFlags(0)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	index := locate.NewIndex()
	group := runner.Group{
		Limit: 20 * time.Second,
		Runners: []runner.Runner{
			locate.NewUpdater(index, time.Minute),
			rpc.New(":9090", index),
			web.New(":8080", index),
		},
	}
	if err := group.Run(ctx); err != nil {
		log.Print("beacon: ", err)
	}
}
