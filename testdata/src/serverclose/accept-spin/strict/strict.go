// Package strict continues on every error, with a listener that nobody closes: it spins when descriptors run out.
package strict

import (
	"log"
	"net"
)

func Serve(addr string) error {
	lis, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	for {
		conn, err := lis.Accept() // strict: accept-spin
		if err != nil {
			log.Print(err)
			continue
		}
		go conn.Close()
	}
}

// The deferred Close never runs.
func ServeAndClose(addr string) error {
	lis, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	defer lis.Close()
	for {
		conn, err := lis.Accept() // strict: accept-spin
		if err != nil {
			continue
		}
		go conn.Close()
	}
}
