package main

import (
	"context"
	"log"
	"net"
	"os/signal"
	"sync"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":9000")
	if err != nil {
		log.Fatal(err)
	}
	context.AfterFunc(ctx, func() { lis.Close() })

	var wg sync.WaitGroup
	for {
		conn, err := lis.Accept()
		if err != nil {
			break
		}
		wg.Go(func() {
			handle(conn)
		})
	}
	wg.Wait()
}

func handle(conn net.Conn) { defer conn.Close() }
