package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
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
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer conn.Close()
			order, err := bufio.NewReader(conn).ReadString('\n')
			if err != nil {
				log.Print(err)
				return
			}
			time.Sleep(time.Second) // the work that an order takes
			fmt.Fprint(conn, order)
		}()
	}
	wg.Wait()
}
