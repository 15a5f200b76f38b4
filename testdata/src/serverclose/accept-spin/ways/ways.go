// Package ways accepts again and again once the listener is closed, in each way that is seen.
package ways

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"sync"
)

func handle(conn net.Conn) { defer conn.Close() }

func goroutine(ctx context.Context, lis net.Listener) {
	go func() {
		<-ctx.Done()
		lis.Close()
	}()
	for {
		conn, err := lis.Accept() // want `\(serverclose/accept-spin\)`
		if err != nil {
			log.Print(err)
			continue
		}
		go handle(conn)
	}
}

func afterFunc(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.Accept() // want `\(serverclose/accept-spin\)`
		if err == nil {
			go handle(conn)
		}
	}
}

// The loop is in the goroutine.
func inGoroutine(ctx context.Context, lis net.Listener) {
	go func() {
		for {
			if conn, err := lis.Accept(); err != nil { // want `\(serverclose/accept-spin\)`
				log.Print("accept: ", err)
			} else {
				go handle(conn)
			}
		}
	}()
	<-ctx.Done()
	lis.Close()
}

// The errors that end the loop are others.
func otherErrors(ctx context.Context, lis net.Listener) error {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.Accept() // want `\(serverclose/accept-spin\)`
		if errors.Is(err, io.EOF) {
			return err
		}
		if err != nil {
			continue
		}
		go handle(conn)
	}
}

// Methods that others call.

type Server struct {
	lis   net.Listener
	conns sync.WaitGroup
}

func (s *Server) Serve() {
	for {
		conn, err := s.lis.Accept() // want `\(serverclose/accept-spin\)`
		if err != nil {
			log.Print(err)
			continue
		}
		s.conns.Go(func() { handle(conn) })
	}
}

func (s *Server) Close() error { return s.lis.Close() }

// Listeners of other types.

func tcp(ctx context.Context, lis *net.TCPListener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.AcceptTCP() // want `\(serverclose/accept-spin\)`
		if err != nil {
			continue
		}
		go handle(conn)
	}
}

func encrypted(ctx context.Context, config *tls.Config) error {
	lis, err := tls.Listen("tcp", ":8443", config)
	if err != nil {
		return err
	}
	stop := lis.Close
	go func() {
		<-ctx.Done()
		stop()
	}()
loop:
	conn, err := lis.Accept() // want `\(serverclose/accept-spin\)`
	if err != nil {
		goto loop
	}
	go handle(conn)
	goto loop
}

type listener struct{ net.Listener }

func embedded(ctx context.Context, lis net.Listener) {
	l := listener{lis}
	defer context.AfterFunc(ctx, func() { l.Close() })()
	for {
		conn, err := l.Accept() // want `\(serverclose/accept-spin\)`
		if err != nil {
			continue
		}
		go handle(conn)
	}
}

// A function of the package accepts, the loop calls it.
func called(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		if err := accept(lis); err != nil {
			log.Print(err)
		}
	}
}

func accept(lis net.Listener) error {
	conn, err := lis.Accept() // want `\(serverclose/accept-spin\)`
	if err != nil {
		return err
	}
	go handle(conn)
	return nil
}
