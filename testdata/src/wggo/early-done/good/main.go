package main

import (
	"log"
	"net"
	"sync"
)

func main() {
	lis, err := net.Listen("tcp", ":9000")
	if err != nil {
		log.Fatal(err)
	}
	var wg sync.WaitGroup
	for {
		conn, err := lis.Accept()
		if err != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			handle(conn)
		}()
	}
	wg.Wait()
}

func handle(conn net.Conn) { defer conn.Close() }
