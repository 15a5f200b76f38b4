// Package ingest writes readings in batches.
package ingest

import (
	"context"
	"log"
)

// A Queue holds what is not written yet.
type Queue struct {
	readings chan []byte
	quit     chan struct{}
	done     chan struct{}
}

// New returns a queue for n readings.
func New(n int) *Queue {
	return &Queue{readings: make(chan []byte, n), quit: make(chan struct{}), done: make(chan struct{})}
}

// Put adds a reading, unless the queue is full.
func (q *Queue) Put(reading []byte) bool {
	select {
	case q.readings <- reading:
		return true
	default:
		return false
	}
}

// Run writes until Stop is called and the queue is empty.
func (q *Queue) Run() error {
	defer close(q.done)
	for {
		select {
		case r := <-q.readings:
			log.Printf("reading of %d bytes", len(r))
		case <-q.quit:
			for len(q.readings) > 0 {
				log.Printf("reading of %d bytes", len(<-q.readings))
			}
			return nil
		}
	}
}

// Stop waits until what is queued has been written.
func (q *Queue) Stop(ctx context.Context) error {
	close(q.quit)
	select {
	case <-q.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
