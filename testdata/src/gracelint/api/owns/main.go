package main

import (
	"log"
	"net"

	"gracelint/api/srv"
)

func main() {
	s, err := srv.New(":4000", func(conn net.Conn) { conn.Close() })
	if err != nil {
		log.Fatal(err)
	}
	log.Print(s.RunUntilSignal())
}
