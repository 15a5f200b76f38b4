// Package ways adds too late.
package ways

import (
	"context"
	"net"
	"sync"
)

func work() {}

// The first statement, which go vet reports too.
func first() {
	var wg sync.WaitGroup
	for range 10 {
		go func() {
			wg.Add(1) // want `\(wggo/add-in-goroutine\)`
			defer wg.Done()
			work()
		}()
	}
	wg.Wait()
}

type server struct {
	wg  sync.WaitGroup
	lis net.Listener
}

func (s *server) accept() {
	for {
		conn, err := s.lis.Accept()
		if err != nil {
			return
		}
		go s.handle(conn)
	}
}

func (s *server) handle(conn net.Conn) {
	s.wg.Add(1) // want `\(wggo/add-in-goroutine\)`
	defer func() {
		conn.Close()
		s.wg.Done()
	}()
	go work()
}

func (s *server) Close() {
	s.lis.Close()
	s.wg.Wait()
}

func parameter(ctx context.Context) {
	var wg sync.WaitGroup
	go run(&wg)
	<-ctx.Done()
	wg.Wait()
}

func run(wg *sync.WaitGroup) {
	if wg == nil {
		return
	}
	wg.Add(1) // want `\(wggo/add-in-goroutine\)`
	work()
	wg.Done()
}

// The Add before counts another goroutine, which may be done by then.
func another(first, second bool) {
	var wg sync.WaitGroup
	if first {
		wg.Add(1)
		go func() {
			defer wg.Done()
			work()
		}()
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		work()
	}()
	if second {
		go func() {
			wg.Add(1) // want `\(wggo/add-in-goroutine\)`
			defer wg.Done()
			work()
		}()
	}
	wg.Wait()
}
