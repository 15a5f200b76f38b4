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
			wg.Done() // want `wg.Done runs before the work of this goroutine, so Wait does not wait for it and the work is cut when the program ends; write defer wg.Done\(\)`
			handle(conn)
		}()
	}
	wg.Wait()
}

func handle(conn net.Conn) { defer conn.Close() }
