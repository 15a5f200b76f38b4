// Package silent counts goroutines for which Done is called elsewhere, or is not meant to be called.
package silent

import (
	"net/http"
	"sync"
	"time"
)

func work() {}

// Nothing is meant to end Wait: it keeps the program running.
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go http.ListenAndServe(":8080", nil)
	wg.Wait()
}

func keepsRunning(jobs chan int) {
	var wg sync.WaitGroup
	wg.Add(3)
	go func() {
		for {
			work()
			time.Sleep(time.Second)
		}
	}()
	go func() {
		for range jobs {
			work()
		}
	}()
	go func() {
		http.ListenAndServe(":8080", nil)
	}()
	wg.Wait()
}

// The collector calls Done for each result.
func collector() {
	var wg sync.WaitGroup
	results := make(chan int)
	for i := range 10 {
		wg.Add(1)
		go func() { results <- i }()
	}
	go func() {
		for range results {
			work()
			wg.Done()
		}
	}()
	wg.Wait()
}

// What is called back calls Done.
func callback(register func(func())) {
	var wg sync.WaitGroup
	wg.Add(1)
	register(func() { wg.Done() })
	go func() { work() }()
	wg.Wait()
}

func methodValue(after func(func())) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { work() }()
	after(wg.Done)
	wg.Wait()
}

// Whoever has the group may call Done.
type holder struct{ wg *sync.WaitGroup }

func stored() *holder {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { work() }()
	h := &holder{wg: &wg}
	wg.Wait()
	return h
}

func renamed() {
	var wg sync.WaitGroup
	same := &wg
	wg.Add(1)
	go func() { work() }()
	go func() { same.Done() }()
	wg.Wait()
}

func callersGroup(wg *sync.WaitGroup) {
	wg.Add(1)
	go func() { work() }()
	wg.Wait()
}

func given() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { finish(&wg) }()
	wg.Wait()
}

func finish(wg *sync.WaitGroup) { wg.Done() }

// Exported, or embedded: other packages may call Done.
type Open struct {
	WG sync.WaitGroup
	sync.WaitGroup
}

func (o *Open) start() {
	o.WG.Add(1)
	go work()
	o.WaitGroup.Add(1)
	go func() { work() }()
	o.WG.Wait()
	o.WaitGroup.Wait()
}

// The group counts holders of a queue; the goroutine closes it when there are none.
type queue struct {
	c  chan int
	wg sync.WaitGroup
}

func newQueue() *queue {
	q := &queue{c: make(chan int)}
	q.wg.Add(1)
	go func() {
		q.wg.Wait()
		close(q.c)
	}()
	return q
}

// The function counts itself, and what it starts is another matter.
type command struct{ wg sync.WaitGroup }

func (c *command) start() {
	c.wg.Add(1)
	go c.loop()
}

func (c *command) loop() {
	defer c.wg.Done()
	c.read()
}

func (c *command) read() {
	c.wg.Add(1)
	defer c.wg.Done()
	go func() { work() }()
}

func (c *command) stop() { c.wg.Wait() }

// Each worker calls Done; the Add that counts them stands after the loop that starts them.
type indexer struct{ wg sync.WaitGroup }

func (x *indexer) init(workers int) {
	for range workers {
		x.run()
	}
	x.wg.Add(workers)
	go func() { work() }()
}

func (x *indexer) run() {
	go func() {
		defer x.wg.Done()
		work()
	}()
}

func (x *indexer) Close() { x.wg.Wait() }

// One of the two calls Done for both.
func standsIn() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { work() }()
	wg.Add(1)
	go func() { wg.Done() }()
	go func() { wg.Done() }()
	wg.Wait()
}

// Nothing waits.
func nobodyWaits() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { work() }()
}

// What gives a group of its own to an exported function may call Done.
type app struct{ wg sync.WaitGroup }

func (a *app) start() {
	a.Collect(&a.wg)
	a.wg.Wait()
}

func (a *app) Collect(wg *sync.WaitGroup) {
	wg.Add(1)
	go func() { work() }()
}

// An Add that takes away does what Done does.
func takesAway() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		work()
		wg.Add(-1)
	}()
	wg.Wait()
}

// No function is around this one.
var counted = func() *sync.WaitGroup {
	wg := new(sync.WaitGroup)
	wg.Add(1)
	go func() {
		defer wg.Done()
		work()
	}()
	wg.Wait()
	return wg
}()
