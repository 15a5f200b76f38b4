package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"gracelint/api/srv"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, err := srv.New(":4000", func(conn net.Conn) { conn.Close() })
	if err != nil {
		log.Fatal(err)
	}
	go s.Run() // want `nothing ever calls Stop on this srv.Server, .*missing-shutdown`
	<-ctx.Done()
	time.Sleep(time.Second)
}
