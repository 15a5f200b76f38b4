// Package ways leaves goroutines in each way that passes Done by.
package ways

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

func work() error { return nil }

func deferredTooLate() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if err := work(); err != nil {
			return // want `\(wggo/skipped-done\)`
		}
		defer wg.Done()
		work()
	}()
	wg.Wait()
}

func goexit() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if work() != nil {
			runtime.Goexit() // want `\(wggo/skipped-done\)`
		}
		wg.Done()
	}()
	wg.Wait()
}

// One finding tells of both ways.
func twoWays(jobs chan int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		for job := range jobs {
			switch job {
			case 0:
				return // want `\(wggo/skipped-done\)`
			case 1:
				return
			}
		}
		wg.Done()
	}()
	wg.Wait()
}

type worker struct {
	wg   *sync.WaitGroup
	jobs chan func() error
}

func (w *worker) start() {
	w.wg = &sync.WaitGroup{}
	w.wg.Add(1)
	go w.loop(context.Background())
}

func (w *worker) loop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			w.wg.Done()
			return
		case job, ok := <-w.jobs:
			if !ok {
				return // want `\(wggo/skipped-done\)`
			}
			job()
		}
	}
}

func (w *worker) stop() { w.wg.Wait() }

// After the break, the goroutine ends.
func breaks(jobs chan func() error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
	loop:
		for {
			select {
			case job, ok := <-jobs:
				if !ok {
					wg.Done()
					return
				}
				if errors.Is(job(), context.Canceled) {
					break loop // want `\(wggo/skipped-done\)`
				}
			}
		}
	}()
	wg.Wait()
}

func parameter(urls []string) {
	var wg sync.WaitGroup
	wg.Add(len(urls))
	for _, url := range urls {
		go fetch(url, &wg)
	}
	wg.Wait()
}

func fetch(url string, wg *sync.WaitGroup) {
	if url == "" {
		return // want `\(wggo/skipped-done\)`
	}
	work()
	wg.Done()
}

func variable() {
	var wg sync.WaitGroup
	run := func(n int) {
		if n == 0 {
			return // want `\(wggo/skipped-done\)`
		}
		work()
		wg.Done()
	}
	for n := range 3 {
		wg.Add(1)
		go run(n)
	}
	wg.Wait()
}

type embeds[T any] struct {
	sync.WaitGroup
	value T
}

func (e *embeds[T]) start() {
	e.Add(1)
	go e.run()
}

func (e *embeds[T]) run() {
	if work() != nil {
		return // want `\(wggo/skipped-done\)`
	}
	e.Done()
}

// The error is sent, and Wait stands in nobody's way but the program's.
func sends(failed chan error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if err := work(); err != nil {
			failed <- err
			return // want `\(wggo/skipped-done\)`
		}
		wg.Done()
	}()
	wg.Wait()
}
