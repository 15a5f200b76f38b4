package pipeline

import (
	"context"
	"log"
	"sync"
	"time"
)

// A Pool hands items to goroutines, n at a time.
type Pool[T any] struct {
	slots chan struct{}
	wg    sync.WaitGroup
	do    func(T)
}

func NewPool[T any](n int, do func(T)) *Pool[T] {
	return &Pool[T]{slots: make(chan struct{}, n), do: do}
}

// Submit waits for a slot, and returns when the item is being worked on.
func (p *Pool[T]) Submit(ctx context.Context, item T) error {
	select {
	case p.slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		defer func() { <-p.slots }()
		p.do(item)
	}()
	return nil
}

// Drain waits for what was submitted.
func (p *Pool[T]) Drain(context.Context) {
	p.wg.Wait()
}

// Store writes a line.
func Store(line string) {
	time.Sleep(300 * time.Millisecond)
	log.Printf("stored %q", line)
}
