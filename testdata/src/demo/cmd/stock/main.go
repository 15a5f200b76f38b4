// Command stock tells the tills, over TCP, how many of an article are left.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
)

func main() {
	lis, err := net.Listen("tcp", ":9000")
	if err != nil {
		log.Fatal(err)
	}
	quit := make(chan os.Signal)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-quit
		lis.Close()
	}()
	serve(lis)
}

func serve(lis net.Listener) {
	var tills sync.WaitGroup
	defer tills.Wait()
	for {
		conn, err := lis.Accept()
		if err != nil {
			log.Print(err)
			continue
		}
		tills.Go(func() {
			defer tills.Done()
			answer(conn)
		})
	}
}

var left atomic.Int64

func answer(conn net.Conn) {
	defer conn.Close()
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		fmt.Fprintln(conn, lines.Text(), left.Load())
	}
}
