package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"os/signal"
	"syscall"
	"time"

	"github.com/thejerf/suture/v4"

	"strangers/sensors/good/collect"
	"strangers/sensors/good/rpc"
)

func main() {
	addr := flag.String("listen", ":4000", "")
	flag.Parse()

	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()

	sup := suture.New("sensors", suture.Spec{
		EventHook: func(e suture.Event) { log.Print(e) },
		Timeout:   20 * time.Second,
	})
	c := collect.New()
	sup.Add(c)
	sup.Add(rpc.New(*addr, c))
	if err := sup.Serve(ctx); err != nil && !errors.Is(err, context.Canceled) {
		log.Print(err)
	}
}
