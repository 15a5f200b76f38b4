// The error that ends the process goes by way of a function of its own.
package main

import (
	"context"
	"log"
	"net"
	"os/signal"
	"syscall"
	"time"

	"gracelint/api/srv"
)

func must(err error) {
	if err != nil {
		log.Fatal(err) // want `fatal-on-close`
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	s, err := srv.New(":4000", func(conn net.Conn) { conn.Close() })
	must(err)
	go func() {
		must(s.Run())
	}()
	<-ctx.Done()
	stopCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	s.Stop(stopCtx)
}
