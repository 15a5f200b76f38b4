// A server that is made when it is first asked for: what the two calls return is one server, although what makes it does
// nothing else that is worth telling.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"serverclose/missing-shutdown/silent-once/web"
)

var server = sync.OnceValue(func() *web.Server { return web.New(":8080") })

func main() {
	ctx, done := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer done()
	server().Start()
	<-ctx.Done()
	stopCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server().Stop(stopCtx); err != nil {
		log.Print(err)
	}
}
