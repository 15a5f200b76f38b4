// Command dispatch sends couriers on their way. An oklog/run group holds its parts together.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"syscall"

	"github.com/oklog/run"
	"services/dispatch/internal/rpc"
	"services/dispatch/internal/web"
)

func main() {
	if err := serve(); err != nil {
		log.Fatal(err)
	}
}

func serve() error {
	var group run.Group
	group.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))

	couriers := rpc.New()
	if err := couriers.Listen(":9090"); err != nil {
		return err
	}
	group.Add(couriers.Serve, couriers.Interrupt)
	web.Add(&group, ":8080", couriers)

	err := group.Run()
	if errors.Is(err, run.ErrSignal) {
		return nil
	}
	return err
}
