// Package silent adds in goroutines, and in time.
package silent

import "sync"

func work() {}

// What is added counts a further goroutine.
func further() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for range 3 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				work()
			}()
		}
	}()
	wg.Wait()
}

// The same, where nothing counts the first one.
func dispatcher(jobs chan int) {
	var wg sync.WaitGroup
	go func() {
		for range jobs {
			wg.Add(1)
			go func() {
				defer wg.Done()
				work()
			}()
		}
	}()
	wg.Wait()
}

// The starter's own count keeps the group above zero meanwhile.
func ownCount() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Add(1)
		defer wg.Done()
		work()
	}()
	work()
	wg.Done()
	wg.Wait()
}

type tree struct{ wg sync.WaitGroup }

func (t *tree) start() {
	t.wg.Add(1)
	go t.walk()
	t.wg.Wait()
}

func (t *tree) walk() {
	defer t.wg.Done()
	go t.leaf()
}

func (t *tree) leaf() {
	t.wg.Add(1)
	defer t.wg.Done()
	work()
}

// Under the lock, whoever waits has said that none may come any more.
type locked struct {
	mu     sync.Mutex
	closed bool
	wg     sync.WaitGroup
}

func (l *locked) start() { go l.run() }

func (l *locked) run() {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		return
	}
	l.wg.Add(1)
	l.mu.Unlock()
	defer l.wg.Done()
	work()
}

func (l *locked) Close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.wg.Wait()
}

// The goroutine says when it has added itself.
func handshake() {
	var wg sync.WaitGroup
	running := make(chan bool)
	go func() {
		wg.Add(1)
		defer wg.Done()
		running <- true
		work()
	}()
	<-running
	wg.Wait()
}

// The group is the goroutine's own.
func its() {
	go func() {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() { wg.Done() }()
		wg.Wait()
	}()
}

// Called, not started: there is no goroutine to be late.
func called() {
	var wg sync.WaitGroup
	func() {
		wg.Add(1)
		defer wg.Done()
		work()
	}()
	wg.Wait()
}

// Nothing waits.
func nobodyWaits() {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1)
		defer wg.Done()
		work()
	}()
}
