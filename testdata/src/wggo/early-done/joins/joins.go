// Package joins waits at the end of something, in each way that is seen.
package joins

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func work() {}

type worker struct {
	wg     sync.WaitGroup
	cancel context.CancelFunc
	done   chan struct{}
}

func (w *worker) Start() {
	w.wg.Add(1)
	go w.loop()
}

func (w *worker) loop() {
	w.wg.Done() // want `wg.Done runs before the work`
	for {
		work()
	}
}

func (w *worker) Stop() {
	w.cancel()
	w.wg.Wait()
	log.Print("stopped")
}

type embeds struct{ sync.WaitGroup }

func (e *embeds) start() {
	e.Add(1)
	go func() {
		e.Done() // want `WaitGroup.Done runs before the work`
		work()
	}()
}

func (e *embeds) Close() error {
	e.Wait()
	return nil
}

func parameter() {
	var wg sync.WaitGroup
	wg.Add(2)
	go drain(&wg)
	go func(group *sync.WaitGroup) {
		group.Done() // want `wg.Done runs before the work`
		work()
	}(&wg)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	wg.Wait()
}

func drain(group *sync.WaitGroup) {
	group.Done() // want `wg.Done runs before the work`
	work()
}

func cancelled(ctx context.Context) {
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(ctx)
	wg.Add(1)
	go func() {
		log.Print("works")
		wg.Done() // want `wg.Done runs before the work`
		work()
	}()
	select {
	case <-ctx.Done():
		wg.Wait()
	}
	cancel()
}

func queue(jobs chan int) {
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			wg.Done() // want `wg.Done runs before the work`
			for range jobs {
				work()
			}
		}()
	}
	close(jobs)
	wg.Wait()
}

func shutdown(close func()) {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		wg.Done() // want `wg.Done runs before the work`
		work()
	}()
}

func drainAll(closeAll func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // want `wg.Done runs before the work`
		work()
	}()
	if true {
		wg.Wait()
	} else {
		work()
	}
	closeAll()
	os.Exit(0)
}

type generic[T any] struct {
	wg    sync.WaitGroup
	value T
}

func (g *generic[T]) run() {
	g.wg.Add(1)
	go g.loop()
}

func (g *generic[T]) loop() {
	g.wg.Done() // want `wg.Done runs before the work`
	work()
}

func (g *generic[T]) Close() { g.wg.Wait() }
