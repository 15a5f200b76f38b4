// Package silent ends its accept loops, or takes its time.
package silent

import (
	"context"
	"errors"
	"log"
	"net"
	"strings"
	"sync/atomic"
	"time"
)

func handle(conn net.Conn) { defer conn.Close() }

func checked(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			log.Print(err)
			continue
		}
		go handle(conn)
	}
}

// As it was written before Go 1.16.
func byText(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.Accept()
		if err != nil {
			if strings.Contains(err.Error(), "use of closed network connection") {
				break
			}
			continue
		}
		go handle(conn)
	}
}

func returned(ctx context.Context, lis net.Listener) error {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.Accept()
		if err != nil {
			return err
		}
		go handle(conn)
	}
}

func byContext(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.Accept()
		if err != nil {
			if ctx.Err() != nil {
				return
			}
			continue
		}
		go handle(conn)
	}
}

func bySelect(ctx context.Context, lis net.Listener) {
	go func() {
		<-ctx.Done()
		lis.Close()
	}()
	for {
		select {
		case <-ctx.Done():
			return
		default:
		}
		conn, err := lis.Accept()
		if err != nil {
			continue
		}
		go handle(conn)
	}
}

func byCondition(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for ctx.Err() == nil {
		conn, err := lis.Accept()
		if err != nil {
			log.Print(err)
			continue
		}
		go handle(conn)
	}
}

type Server struct {
	lis    net.Listener
	closed atomic.Bool
	quit   chan struct{}
}

func (s *Server) Serve() {
	for !s.closed.Load() {
		conn, err := s.lis.Accept()
		if err != nil {
			continue
		}
		go handle(conn)
	}
}

func (s *Server) ServeUntilQuit() {
	for {
		conn, err := s.lis.Accept()
		if err != nil {
			select {
			case <-s.quit:
				return
			default:
				continue
			}
		}
		go handle(conn)
	}
}

func (s *Server) Close() error {
	s.closed.Store(true)
	close(s.quit)
	return s.lis.Close()
}

// As net/http does it: what is temporary is tried again, later and later.
func temporary(ctx context.Context, lis net.Listener) error {
	context.AfterFunc(ctx, func() { lis.Close() })
	var delay time.Duration
	for {
		conn, err := lis.Accept()
		if err != nil {
			var ne net.Error
			if errors.As(err, &ne) && ne.Timeout() {
				delay = min(max(2*delay, 5*time.Millisecond), time.Second)
				time.Sleep(delay)
				continue
			}
			return err
		}
		delay = 0
		go handle(conn)
	}
}

func growing(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	delay := time.Millisecond
	for {
		conn, err := lis.Accept()
		if err != nil {
			time.Sleep(delay)
			delay *= 2
			continue
		}
		delay = time.Millisecond
		go handle(conn)
	}
}

func fatal(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for {
		conn, err := lis.Accept()
		if err != nil {
			log.Panic(err)
		}
		go handle(conn)
	}
}

// A function of the package says whether to go on.
func called(ctx context.Context, lis net.Listener) {
	context.AfterFunc(ctx, func() { lis.Close() })
	for accept(lis) {
	}
}

func accept(lis net.Listener) bool {
	conn, err := lis.Accept()
	if err != nil {
		return false
	}
	go handle(conn)
	return true
}

func once(lis net.Listener) {
	conn, err := lis.Accept()
	if err != nil {
		log.Print(err)
		return
	}
	handle(conn)
}
