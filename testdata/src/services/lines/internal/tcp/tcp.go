// Package tcp is a server for connections that are neither HTTP nor gRPC.
package tcp

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

// A Server hands every connection to its handler.
type Server struct {
	lis    net.Listener
	handle func(net.Conn)
	conns  sync.WaitGroup

	mu   sync.Mutex
	open map[net.Conn]bool
}

// New returns a server that is not running yet.
func New(lis net.Listener, handle func(net.Conn)) *Server {
	return &Server{lis: lis, handle: handle, open: map[net.Conn]bool{}}
}

// Serve accepts connections until Shutdown, and then returns nil.
func (s *Server) Serve() error {
	for {
		conn, err := s.lis.Accept()
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return nil
			}
			return fmt.Errorf("accept: %w", err)
		}
		s.track(conn, true)
		s.conns.Add(1)
		go func() {
			defer s.conns.Done()
			defer conn.Close()
			defer s.track(conn, false)
			s.handle(conn)
		}()
	}
}

// Shutdown takes no further connection, and waits for those that are open: their next read fails, so that they end
// after the line at hand.
func (s *Server) Shutdown(ctx context.Context) error {
	err := s.lis.Close()
	s.mu.Lock()
	for conn := range s.open {
		conn.SetReadDeadline(time.Now())
	}
	s.mu.Unlock()

	done := make(chan struct{})
	go func() {
		s.conns.Wait()
		close(done)
	}()
	select {
	case <-done:
		return err
	case <-ctx.Done():
		return errors.Join(err, ctx.Err())
	}
}

func (s *Server) track(conn net.Conn, open bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if open {
		s.open[conn] = true
	} else {
		delete(s.open, conn)
	}
}

// Echo answers each line with itself.
func Echo(conn net.Conn) {
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		if _, err := fmt.Fprintln(conn, lines.Text()); err != nil {
			return
		}
	}
}
