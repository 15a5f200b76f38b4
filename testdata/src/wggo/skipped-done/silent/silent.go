// Package silent leaves goroutines without a call of Done that is to be seen on the way, and is right.
package silent

import (
	"log"
	"os"
	"sync"
)

func work() error { return nil }

// Done is deferred before anything can leave.
func deferred(wg *sync.WaitGroup) {
	wg.Add(3)
	go func() {
		defer wg.Done()
		if work() != nil {
			return
		}
		work()
	}()
	go func() {
		defer func() {
			log.Print("done")
			wg.Done()
		}()
		if work() != nil {
			return
		}
		work()
	}()
	go func() {
		work()
		wg.Done()
	}()
	wg.Wait()
}

func everyBranch(wg *sync.WaitGroup, jobs chan int, quit chan bool) {
	wg.Add(1)
	go func() {
		for {
			select {
			case <-quit:
				wg.Done()
				return
			case job, ok := <-jobs:
				if !ok {
					wg.Done()
					return
				}
				if job == 0 {
					continue
				}
				work()
			}
		}
	}()
}

// These end the process: nobody waits any more.
func endsProcess(wg *sync.WaitGroup) {
	wg.Add(4)
	go func() {
		if err := work(); err != nil {
			log.Fatal(err)
		}
		wg.Done()
	}()
	go func() {
		if err := work(); err != nil {
			os.Exit(1)
			return
		}
		wg.Done()
	}()
	go func() {
		if err := work(); err != nil {
			panic(err)
		}
		wg.Done()
	}()
	go func() {
		if err := work(); err != nil {
			giveUp(err)
			return
		}
		wg.Done()
	}()
}

func giveUp(err error) {
	log.Print(err)
	os.Exit(1)
}

// No path leaves.
func forEver(wg *sync.WaitGroup) {
	wg.Add(1)
	go func() {
		for {
			if work() != nil {
				work()
			}
		}
		wg.Done()
	}()
}

// Another function calls Done on the way out, or may.
type pool struct {
	wg   sync.WaitGroup
	done func()
}

func (p *pool) start() {
	p.wg.Add(2)
	go func() {
		if work() != nil {
			p.fail()
			return
		}
		work()
		p.wg.Done()
	}()
	go func() {
		if work() != nil {
			clean(&p.wg)
			return
		}
		p.wg.Done()
	}()
	p.wg.Wait()
}

func (p *pool) fail() {
	log.Print("failed")
	p.wg.Done()
}

func clean(wg *sync.WaitGroup) { wg.Done() }

// Done is handed on as a value: whoever has it calls it.
func handedOn(then func(func())) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		if work() != nil {
			then(wg.Done)
			return
		}
		wg.Done()
	}()
	go func() {
		if work() != nil {
			return
		}
		wg.Done()
	}()
	wg.Wait()
}

// The group is optional.
func optional(wg *sync.WaitGroup) {
	wg.Add(1)
	go func() {
		work()
		if wg != nil {
			wg.Done()
		}
	}()
}

// Done may have been called already.
func mayBeDone(wg *sync.WaitGroup, first bool) {
	wg.Add(1)
	go func() {
		if first {
			wg.Done()
		}
		if work() != nil {
			return
		}
		if !first {
			wg.Done()
		}
	}()
}

// The group counts jobs, not goroutines.
func jobs(queue chan int) {
	var wg sync.WaitGroup
	for range 4 {
		go func() {
			if work() != nil {
				return
			}
			for range queue {
				work()
				wg.Done()
			}
		}()
	}
	for job := range 100 {
		wg.Add(1)
		queue <- job
	}
	wg.Wait()
}

func rounds() {
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(100)
		go func() {
			for range 100 {
				if work() != nil {
					return
				}
				wg.Done()
			}
		}()
	}
	wg.Wait()
}

// The last of the goroutines calls Done, for a single Add.
func lastOne(left func() int) {
	var wg sync.WaitGroup
	wg.Add(1)
	for range 10 {
		go func() {
			work()
			if left() > 0 {
				return
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

// Done tells that the result is there; who waits for it also hears of the error.
func result(failed chan error) {
	var ready sync.WaitGroup
	ready.Add(1)
	go func() {
		if err := work(); err != nil {
			failed <- err
			return
		}
		ready.Done()
		for range 10 {
			work()
		}
	}()
	ready.Wait()
}

// Only a goroutine waits; who started it hears of the error, and goes on without.
func stages() error {
	var stage sync.WaitGroup
	stage.Add(1)
	failed := make(chan error)
	go func() {
		stage.Wait()
		work()
		close(failed)
	}()
	go func() {
		if err := work(); err != nil {
			failed <- err
			return
		}
		stage.Done()
	}()
	return <-failed
}

// Nothing waits.
func nobodyWaits() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if work() != nil {
			return
		}
		wg.Done()
	}()
}

// The starter calls Done for a goroutine that could not be run.
func onBehalf(errs chan error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if err := work(); err != nil {
			errs <- err
			return
		}
		wg.Done()
	}()
	if <-errs != nil {
		wg.Done()
	}
	wg.Wait()
}
