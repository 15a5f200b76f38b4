// Package intake takes log lines.
package intake

import (
	"bufio"
	"context"
	"errors"
	"net"
	"sync"
	"time"
)

// Sink keeps lines.
type Sink interface{ Keep(line string) }

// An Intake reads lines from its connections.
type Intake struct {
	lis  net.Listener
	sink Sink
	quit chan struct{}
	wg   sync.WaitGroup
}

// New returns an intake that reads from nobody yet.
func New(lis net.Listener, sink Sink) *Intake {
	return &Intake{lis: lis, sink: sink, quit: make(chan struct{})}
}

// Run reads until Stop.
func (i *Intake) Run() error {
	for {
		conn, err := i.lis.Accept()
		switch {
		case errors.Is(err, net.ErrClosed):
			return nil
		case err != nil:
			return err
		}
		i.wg.Add(1)
		go i.read(conn)
	}
}

// Stop reads what has come, and no more.
func (i *Intake) Stop(context.Context) error {
	close(i.quit)
	err := i.lis.Close()
	i.wg.Wait()
	return err
}

func (i *Intake) read(conn net.Conn) {
	defer i.wg.Done()
	defer conn.Close()
	lines := bufio.NewReader(conn)
	for {
		conn.SetReadDeadline(time.Now().Add(time.Second))
		line, err := lines.ReadString('\n')
		if line != "" {
			i.sink.Keep(line)
		}
		select {
		case <-i.quit:
			return
		default:
		}
		var timeout net.Error
		if err != nil && !(errors.As(err, &timeout) && timeout.Timeout()) {
			return
		}
	}
}
