// Package joins waits at the end of something, in each way that is seen.
package joins

import (
	"context"
	"fmt"
	"io"
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

// One finding, although it is started twice.
func twice(ctx context.Context) {
	var wg sync.WaitGroup
	wg.Add(1)
	go reads(ctx, &wg)
	wg.Add(1)
	go reads(ctx, &wg)
	<-ctx.Done()
	wg.Wait()
}

// The goroutine waits for the end, not for a signal to start.
func reads(ctx context.Context, wg *sync.WaitGroup) {
	wg.Done() // want `\(wggo/early-done\)`
	<-ctx.Done()
	work()
}

// What it prints into is a file or a connection.
func prints(ctx context.Context, w io.Writer) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // want `\(wggo/early-done\)`
		fmt.Fprintln(w, "the end")
	}()
	<-ctx.Done()
	wg.Wait()
}

// The group is given to what starts the goroutine, and waited for under its own name.
type service struct {
	wg   sync.WaitGroup
	part part
}

type part struct{}

func (s *service) Start() { s.part.start(&s.wg) }

func (p *part) start(group *sync.WaitGroup) {
	group.Add(1)
	go func() {
		group.Done() // want `\(wggo/early-done\)`
		work()
	}()
}

func (s *service) Shutdown() { s.wg.Wait() }

// The Wait stands in a goroutine, so that it has a limit.
type limited struct{ conns sync.WaitGroup }

func (l *limited) serve() {
	l.conns.Add(1)
	go func() {
		l.conns.Done() // want `\(wggo/early-done\)`
		work()
	}()
}

func (l *limited) Shutdown(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		l.conns.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func told(ctx context.Context) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // want `\(wggo/early-done\)`
		work()
	}()
	<-ctx.Done()
	idle := make(chan bool, 1)
	go func() {
		wg.Wait()
		idle <- true
	}()
	<-idle
}

// What the goroutines have left is collected when all have ended.
func stopAll(stops []func() error) (err error) {
	var wg sync.WaitGroup
	errs := make(chan error, len(stops))
	for _, stop := range stops {
		wg.Add(1)
		go func() {
			wg.Done() // want `\(wggo/early-done\)`
			errs <- stop()
		}()
	}
	wg.Wait()
	close(errs)
	for one := range errs {
		err = one
	}
	return err
}

// Whatever case it is, the end has come; or the function has been left.
func selected(ctx context.Context, failed chan error, lost chan bool) (err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // want `\(wggo/early-done\)`
		work()
	}()
	select {
	case <-ctx.Done():
	case err = <-failed:
	case <-lost:
		return nil
	}
	wg.Wait()
	work()
	return err
}
