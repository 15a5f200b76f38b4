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
	go s.Run()
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	s.Stop(limited)
}
